import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { CheckDefinition } from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { AnswerState } from '../../api';
import { ErrorAlert, Loading, Section, useFormats } from '../../components';
import { Grouping, groupings } from '../../services/servicesQuery';
import { complianceTranslationRef } from '../../translations';
import { OverviewQuery } from '../overviewQuery';
import { Estate } from '../useEstate';
import { FacetMatrix } from './FacetMatrix';
import { matrixRows, sortRows } from './matrixRows';
import styles from './MatrixSection.module.css';

const STEP = 10;

function Rows(props: {
  estate: Estate;
  checks: CheckDefinition[];
  query: OverviewQuery;
  update: (change: Partial<OverviewQuery>) => void;
}) {
  const { estate, checks, query, update } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const [limit, setLimit] = useState(STEP);

  const rows = sortRows(matrixRows(estate), query.order);
  const total = number(rows.length);
  return (
    <>
      <FacetMatrix
        estate={estate}
        rows={rows.slice(0, limit)}
        checks={checks}
        order={query.order}
        onSort={order => update({ order })}
      />
      <footer className={styles.footer}>
        <span role="status">
          {t('overview.matrix.shown', {
            shown: number(Math.min(limit, rows.length)),
            total,
          })}
          {estate.summary.hasMoreGroups && (
            <> · {t('overview.matrix.limited', { total })}</>
          )}
        </span>
        {rows.length > limit && (
          <Button variant="secondary" onPress={() => setLimit(limit + STEP)}>
            {t('overview.matrix.more')}
          </Button>
        )}
      </footer>
    </>
  );
}

/** How clear the facets are, by owner, system or domain. */
export function MatrixSection(props: {
  answer: AnswerState<Estate>;
  checks: CheckDefinition[];
  query: OverviewQuery;
  update: (change: Partial<OverviewQuery>) => void;
}) {
  const { answer, checks, query, update } = props;
  const { value: estate, error, retry, loading } = answer;
  const { groupBy } = query;
  const { t } = useTranslationRef(complianceTranslationRef);
  const isCurrent = estate?.groupBy === groupBy;
  return (
    <Section
      title={t('overview.matrix.title')}
      help={t('overview.matrix.help')}
      controls={
        <Select
          label={t('overview.matrix.groupBy')}
          options={groupings.map(id => ({
            id,
            label: t(`overview.matrix.${id}`),
          }))}
          value={groupBy}
          onChange={value => update({ groupBy: value as Grouping })}
        />
      }
    >
      {isCurrent && (
        <Rows
          key={groupBy}
          estate={estate}
          checks={checks}
          query={query}
          update={update}
        />
      )}
      {!isCurrent && error && (
        <ErrorAlert error={error} retry={retry} isRetrying={loading} />
      )}
      {!isCurrent && !error && (
        <Loading label={t('overview.matrix.loading')} rows={6} />
      )}
    </Section>
  );
}
