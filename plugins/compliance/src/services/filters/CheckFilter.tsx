import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  CheckStatus,
  checkStatuses,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useChecks } from '../../api';
import { complianceTranslationRef } from '../../translations';
import { openStatuses, ServicesFilter, UpdateQuery } from '../servicesQuery';
import { toOptions } from './useFilterOptions';

const ANY = '';

/** One check and the statuses that it may have. */
export function CheckFilter(props: {
  filter: ServicesFilter;
  update: UpdateQuery;
}) {
  const { check } = props.filter;
  const { update } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const checks = useChecks();
  return (
    <>
      <Select
        label={t('services.filter.check')}
        placeholder={t('services.any')}
        search
        options={[
          { id: ANY, label: t('services.any') },
          ...toOptions(checks.value?.items ?? []),
        ]}
        value={check?.id ?? ANY}
        onChange={id =>
          update({
            check: id
              ? { id: String(id), status: check?.status ?? openStatuses }
              : undefined,
          })
        }
      />
      <Select
        label={t('services.filter.status')}
        placeholder={t('services.any')}
        selectionMode="multiple"
        isDisabled={!check}
        options={checkStatuses.map(id => ({ id, label: t(`status.${id}`) }))}
        value={check?.status ?? []}
        onChange={values => {
          const status = checkStatuses.filter(id => values.includes(id));
          // Without a status nothing would match.
          if (check && status.length > 0) {
            update({ check: { ...check, status: status as CheckStatus[] } });
          }
        }}
      />
    </>
  );
}
