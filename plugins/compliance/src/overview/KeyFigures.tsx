import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UNSET } from '@service-compliance/backstage-plugin-compliance-common';
import { Figure, Figures, useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { useServicesLink } from './servicesLink';
import { Estate } from './useEstate';

/** The few numbers that say how the estate stands, each with its services. */
export function KeyFigures(props: { estate: Estate }) {
  const { summary, unclassified, unclassifiedQuery } = props.estate;
  const { total, averageScore, progress } = summary;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const servicesLink = useServicesLink();

  const share = (value: number) =>
    t('value.percent', { value: number(Math.round((value / total) * 100)) });
  const ofTotal = (value: number) =>
    t('overview.figures.ofTotal', {
      value: number(value),
      total: number(total),
    });
  return (
    <Figures label={t('overview.figures.title')}>
      <Figure
        title={t('overview.figures.total')}
        value={number(total)}
        href={servicesLink({})}
      />
      <Figure
        title={t('overview.figures.averageScore')}
        value={
          averageScore === undefined
            ? t('score.none')
            : t('value.percent', { value: number(averageScore) })
        }
        href={servicesLink({ order: { field: 'score', direction: 'asc' } })}
      />
      <Figure
        title={t('overview.figures.complete')}
        value={share(progress.complete)}
        detail={ofTotal(progress.complete)}
        href={servicesLink({ filters: { progress: ['complete'] } })}
      />
      <Figure
        title={t('overview.figures.unclassified')}
        value={share(unclassified.total)}
        detail={ofTotal(unclassified.total)}
        href={servicesLink({
          filters: { classification: [UNSET] },
          query: unclassifiedQuery,
        })}
      />
    </Figures>
  );
}
