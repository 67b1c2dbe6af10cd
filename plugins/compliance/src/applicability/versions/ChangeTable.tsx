import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiAddCircleLine,
  RiIndeterminateCircleLine,
  RiLoopLeftLine,
} from '@remixicon/react';
import {
  ApplicabilityChange,
  ApplicabilityValueChange,
  ApplicabilityValues,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ScrollArea } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { useValueText } from '../useValueText';
import styles from './ChangeTable.module.css';

const icons: Record<ApplicabilityChange['change'], RemixiconComponentType> = {
  added: RiAddCircleLine,
  removed: RiIndeterminateCircleLine,
  changed: RiLoopLeftLine,
};

function ChangeLabel(props: { change: ApplicabilityChange['change'] }) {
  const { change } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const Icon = icons[change];
  return (
    <span className={styles.change}>
      <Icon aria-hidden className={styles.icon} size={16} />
      {t(`applicability.comparison.${change}`)}
    </span>
  );
}

/** What was before or after, of one field. */
function ValueCell(props: {
  change?: ApplicabilityValueChange;
  side: 'before' | 'after';
}) {
  const { change, side } = props;
  const valueText = useValueText();
  if (!change) {
    return <td />;
  }
  const values: ApplicabilityValues = { [change.field]: change[side] };
  return <td className={styles.value}>{valueText(change.field, values)}</td>;
}

/** What is different between two editions, control by control. */
export function ChangeTable(props: {
  label: string;
  changes: ApplicabilityChange[];
  standard: Pick<StandardResponse, 'clauses'>;
}) {
  const { label, changes, standard } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const titles = new Map(standard.clauses.map(({ id, title }) => [id, title]));
  return (
    <ScrollArea label={label}>
      <table aria-label={label}>
        <thead>
          <tr>
            {[
              t('applicability.table.control'),
              t('applicability.comparison.change'),
              t('applicability.comparison.fieldName'),
              t('applicability.comparison.before'),
              t('applicability.comparison.after'),
            ].map(heading => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        {changes.map(({ clause, change, fields }) => {
          // What was added or removed may have nothing decided.
          const rows = fields.length > 0 ? fields : [undefined];
          return (
            <tbody key={clause}>
              {rows.map((field, index) => (
                <tr key={field?.field ?? ''}>
                  {index === 0 && (
                    <>
                      <th scope="rowgroup" rowSpan={rows.length}>
                        <span className={styles.number}>{clause}</span>{' '}
                        {titles.get(clause)}
                      </th>
                      <td rowSpan={rows.length}>
                        <ChangeLabel change={change} />
                      </td>
                    </>
                  )}
                  <td>
                    {field
                      ? t(`applicability.field.${field.field}`)
                      : t('applicability.comparison.whole')}
                  </td>
                  <ValueCell change={field} side="before" />
                  <ValueCell change={field} side="after" />
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </ScrollArea>
  );
}
