import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CoverageQuery,
  CoverageResponse,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { ErrorAlert, Loading, useTabLink } from '../components';
import { complianceTranslationRef } from '../translations';
import { Arrangement } from './arrangements';
import styles from './ClausesContent.module.css';
import {
  ClausesQuery,
  readClausesQuery,
  selectionOf,
  writeClausesQuery,
} from './clausesQuery';
import { clausesView, ClausesViewProvider } from './ClausesView';
import { ClauseDialog } from './detail/ClauseDialog';
import { IntegratedContent } from './integrated/IntegratedContent';
import { ScopeLine } from './ScopeLine';
import { ClauseTree } from './tree/ClauseTree';
import { useCoverage } from './useCoverage';

/** What rows need, kept while neither the data nor the address changes. */
function useView(options: {
  standards: StandardResponse[];
  arrangement: Arrangement;
  coverages?: CoverageResponse[];
  /** The address without an open clause. */
  address: string;
}) {
  const { standards, arrangement, coverages, address } = options;
  const documentsPath = useTabLink()('documents');
  return useMemo(() => {
    const params = new URLSearchParams(address);
    const query = readClausesQuery(params);
    const isShown = (id: string) =>
      arrangement.standards.some(standard => standard.id === id);
    return clausesView({
      standards,
      coverages: coverages ?? [],
      documentsPath,
      hrefOf: ref => {
        const next = {
          ...query,
          arrangement: isShown(ref.standard) ? query.arrangement : ref.standard,
          opened: ref,
        };
        return `?${writeClausesQuery(next, params)}`;
      },
    });
  }, [standards, arrangement, coverages, address, documentsPath]);
}

/** Coverage of the clauses of an arrangement by the services that match. */
export function CoverageContent(props: {
  /** All that are known. */
  standards: StandardResponse[];
  arrangement: Arrangement;
  query: ClausesQuery;
  services: Omit<CoverageQuery, 'standard'>;
  update: (change: Partial<ClausesQuery>) => void;
  hrefOf: (change: Partial<ClausesQuery>) => string;
}) {
  const { standards, arrangement, query, services, update, hrefOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const shown = arrangement.standards;
  const { value, error, loading, retry } = useCoverage(
    shown.map(({ id }) => id),
    services,
  );
  const view = useView({
    standards,
    arrangement,
    coverages: value,
    address: hrefOf({ opened: undefined }),
  });
  const { opened } = query;
  const openedCoverage = opened && view.coverageOf(opened);

  if (error) {
    return <ErrorAlert error={error} retry={retry} isRetrying={loading} />;
  }
  if (!value) {
    return <Loading label={t('coverage.loading')} rows={8} />;
  }
  return (
    <ClausesViewProvider value={view}>
      <div className={styles.coverage} aria-busy={loading}>
        <div>
          {value.map((coverage, index) => (
            <ScopeLine
              key={coverage.standard}
              standard={shown[index]}
              coverage={coverage}
            />
          ))}
        </div>
        {shown.length === 2 ? (
          <IntegratedContent standards={shown} coverages={value} />
        ) : (
          <ClauseTree
            key={arrangement.id}
            standard={shown[0]}
            clauses={value[0].clauses}
          />
        )}
      </div>
      {opened && openedCoverage && (
        <ClauseDialog
          clause={opened}
          coverage={openedCoverage}
          standard={shown.find(({ id }) => id === opened.standard)!}
          services={selectionOf(query)}
          onClose={() => update({ opened: undefined })}
        />
      )}
    </ClausesViewProvider>
  );
}
