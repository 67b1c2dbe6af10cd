import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select, Switch } from '@backstage/ui';
import {
  implementationStatuses,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { entityTitle } from '../components';
import { complianceTranslationRef } from '../translations';
import { ApplicabilityQuery, StatementFilter } from './applicabilityQuery';
import { decisions } from './decision';
import styles from './StatementFilters.module.css';
import { StatementRow } from './statementRows';

/** Narrows the controls that are shown. */
export function StatementFilters(props: {
  query: ApplicabilityQuery;
  update: (change: Partial<StatementFilter>) => void;
  /** All of them, whatever is shown. */
  rows: StatementRow[];
  /** Whether it is known where checks disagree. */
  isMeasured: boolean;
}) {
  const { query, update, rows, isMeasured } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const owners = [
    ...new Set([
      ...rows.flatMap(({ entry }) => entry.owner ?? []),
      ...query.owners.filter(owner => owner !== UNSET),
    ]),
  ].sort();
  const unset = { id: UNSET, label: t('applicability.notSet') };

  return (
    <div className={styles.root}>
      <SearchField
        className={styles.search}
        label={t('applicability.filter.search')}
        value={query.search}
        onChange={search => update({ search })}
      />
      <Select
        className={styles.select}
        label={t('applicability.field.applicable')}
        placeholder={t('applicability.filter.any')}
        selectionMode="multiple"
        options={decisions.map(id => ({
          id,
          label: t(`applicability.decision.${id}`),
        }))}
        value={query.decisions}
        onChange={values =>
          update({ decisions: decisions.filter(id => values.includes(id)) })
        }
      />
      <Select
        className={styles.select}
        label={t('applicability.field.implementation')}
        placeholder={t('applicability.filter.any')}
        selectionMode="multiple"
        options={[
          ...implementationStatuses.map(id => ({
            id,
            label: t(`applicability.implementation.${id}`),
          })),
          unset,
        ]}
        value={query.implementations}
        onChange={values =>
          update({
            implementations: [...implementationStatuses, UNSET].filter(id =>
              values.includes(id),
            ) as StatementFilter['implementations'],
          })
        }
      />
      <Select
        className={styles.select}
        label={t('applicability.field.owner')}
        placeholder={t('applicability.filter.any')}
        selectionMode="multiple"
        options={[...owners.map(id => ({ id, label: entityTitle(id) })), unset]}
        value={query.owners}
        onChange={values => update({ owners: values.map(String) })}
      />
      {isMeasured && (
        <Switch
          label={t('applicability.filter.disagreements')}
          isSelected={query.only === 'disagreements'}
          onChange={isOn =>
            update({ only: isOn ? 'disagreements' : undefined })
          }
        />
      )}
    </div>
  );
}
