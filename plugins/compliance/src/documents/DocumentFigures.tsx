import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { Figure, Figures, useFormats } from '../components';
import { today } from '../suppliers/deadlines';
import { complianceTranslationRef } from '../translations';
import { DocumentsFilter, noFilter } from './documentsQuery';
import { figuresOf } from './register';

const states = ['current', 'overdue', 'draft'] as const;

/** The few numbers that say how the register stands, each with its documents. */
export function DocumentFigures(props: {
  documents: RegisteredDocument[];
  hrefOf: (change: Partial<DocumentsFilter>) => string;
}) {
  const { documents, hrefOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const figures = figuresOf(documents, today());
  const only = (change: Partial<DocumentsFilter>) =>
    hrefOf({ ...noFilter, ...change });
  return (
    <Figures label={t('documents.figures.title')}>
      <Figure
        title={t('documents.figures.total')}
        value={number(figures.total)}
        href={only({})}
      />
      {states.map(state => (
        <Figure
          key={state}
          title={t(`documents.figures.${state}`)}
          value={number(figures.states[state])}
          href={only({ states: [state] })}
        />
      ))}
      {figures.due.map(({ days, total }) => (
        <Figure
          key={days}
          title={t('documents.figures.due')}
          value={number(total)}
          detail={t('documents.figures.days', { days: String(days) })}
          href={only({ due: days })}
        />
      ))}
      <Figure
        title={t('documents.figures.shared')}
        value={number(figures.shared)}
        href={only({ shared: true })}
      />
    </Figures>
  );
}
