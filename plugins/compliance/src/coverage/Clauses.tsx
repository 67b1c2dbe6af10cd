import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { StandardResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useMemo, useState } from 'react';
import { complianceApiRef, useVocabulary } from '../api';
import { ErrorAlert, Loading } from '../components';
import { ExportStatus, useDownload } from '../services/export';
import { ActiveFilters, ServicesFilters } from '../services/filters';
import { useQueryFields } from '../services/query';
import { useNarrowing } from '../services/useNarrowing';
import { complianceTranslationRef } from '../translations';
import { arrangementsOf } from './arrangements';
import { AuditExportMenu } from './AuditExportMenu';
import { ClausesToolbar } from './ClausesToolbar';
import { Legend } from './components/Legend';
import { CoverageContent } from './CoverageContent';
import { useClausesQuery } from './useClausesQuery';

/** The clauses of standards, arranged as the address of the page says. */
export function Clauses(props: { standards: StandardResponse[] }) {
  const { standards } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const api = useApi(complianceApiRef);
  const { query, update, hrefOf } = useClausesQuery();
  const vocabulary = useVocabulary();
  const { fields, ...fieldsState } = useQueryFields();
  const { narrowing, isWrong } = useNarrowing(query, fields);
  const download = useDownload();
  const filtersId = useId();
  const [isFiltersOpen, setFiltersOpen] = useState(false);
  const arrangements = useMemo(() => arrangementsOf(standards), [standards]);
  const arrangement =
    arrangements.find(({ id }) => id === query.arrangement) ?? arrangements[0];

  const fullText = query.search.trim() || undefined;
  const services = narrowing && { ...narrowing, fullText };
  const error =
    vocabulary.error ?? (query.query ? fieldsState.error : undefined);

  function content() {
    if (error) {
      return (
        <ErrorAlert
          error={error}
          retry={fieldsState.retry}
          isRetrying={vocabulary.loading}
        />
      );
    }
    if (isWrong) {
      return <Alert status="warning" icon title={t('coverage.notApplied')} />;
    }
    if (!services) {
      return <Loading label={t('coverage.loading')} rows={8} />;
    }
    return (
      <CoverageContent
        standards={standards}
        arrangement={arrangement}
        query={query}
        services={services}
        update={update}
        hrefOf={hrefOf}
      />
    );
  }

  return (
    <>
      <ClausesToolbar
        arrangements={arrangements}
        arrangement={arrangement}
        query={query}
        update={update}
        filters={{
          id: filtersId,
          isOpen: isFiltersOpen,
          toggle: () => setFiltersOpen(!isFiltersOpen),
        }}
      >
        <Legend />
        <AuditExportMenu
          standards={arrangement.standards}
          isPending={download.isPending}
          isDisabled={!services}
          onExport={file =>
            download.start(
              () => api.exportForAudit({ ...services, file }),
              file,
            )
          }
        />
      </ClausesToolbar>
      <ExportStatus
        state={download}
        failedTitle={t('coverage.export.failed')}
      />
      <div id={filtersId} hidden={!isFiltersOpen}>
        {isFiltersOpen && vocabulary.value && (
          <ServicesFilters
            query={query}
            update={update}
            vocabulary={vocabulary.value}
          />
        )}
      </div>
      {vocabulary.value && (
        <ActiveFilters
          query={query}
          update={update}
          vocabulary={vocabulary.value}
        />
      )}
      {content()}
    </>
  );
}
