import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { NumberField } from '@backstage/ui';
import { complianceTranslationRef } from '../../translations';
import { ServicesFilter, UpdateQuery } from '../servicesQuery';

/** The lowest and the highest score, where each may be left out. */
export function ScoreRange(props: {
  filter: ServicesFilter;
  update: UpdateQuery;
}) {
  const { filter, update } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const bounds = [
    ['minScore', t('services.filter.minScore')],
    ['maxScore', t('services.filter.maxScore')],
  ] as const;
  return (
    <>
      {bounds.map(([bound, label]) => (
        <NumberField
          key={bound}
          label={label}
          placeholder={t('services.any')}
          minValue={0}
          maxValue={100}
          value={filter[bound] ?? NaN}
          onChange={value =>
            update({ [bound]: Number.isNaN(value) ? undefined : value })
          }
        />
      ))}
    </>
  );
}
