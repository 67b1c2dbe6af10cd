import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { complianceTranslationRef } from '../../translations';
import { Grouping, groupings } from '../servicesQuery';

const NONE = '';

/** Chooses what the services are grouped by, if by anything. */
export function GroupBySelect(props: {
  value?: Grouping;
  onChange: (groupBy: Grouping | undefined) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Select
      aria-label={t('services.groups.by')}
      options={[
        { id: NONE, label: t('services.groups.none') },
        ...groupings.map(id => ({
          id,
          label: t(`services.groups.option.${id}`),
        })),
      ]}
      value={value ?? NONE}
      onChange={id => onChange(groupings.find(known => known === id))}
    />
  );
}
