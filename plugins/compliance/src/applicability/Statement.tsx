import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ApplicabilityResponse,
  compareStatements,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useState } from 'react';
import { complianceApiRef } from '../api';
import { useCoverage } from '../coverage/useCoverage';
import { StatementPrint, usePrintView } from '../print';
import { ExportStatus, useDownload } from '../services/export';
import { complianceTranslationRef } from '../translations';
import { ApplicabilityQuery } from './applicabilityQuery';
import { ApproveDialog } from './approve/ApproveDialog';
import { StatementActions } from './StatementActions';
import { StatementEdition } from './StatementEdition';
import { StatementHead } from './StatementHead';
import { useVersion } from './useStatement';
import { Comparison } from './versions/Comparison';
import { VersionList } from './versions/VersionList';

/** The Statement of Applicability of a standard: its draft and its versions. */
export function Statement(props: {
  standard: StandardResponse;
  statement: ApplicabilityResponse;
  query: ApplicabilityQuery;
  update: (change: Partial<ApplicabilityQuery>) => void;
  hrefOf: (change: Partial<ApplicabilityQuery>) => string;
  /** Tells of a change, after which everything is asked again. */
  onChanged: (text: string) => void;
}) {
  const { standard, statement, query, update, hrefOf, onChanged } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const api = useApi(complianceApiRef);
  const coverage = useCoverage([standard.id], {});
  const shown = useVersion(standard.id, query.version);
  const last = useVersion(standard.id, statement.versions.at(0)?.number);
  const download = useDownload();
  const print = usePrintView('statement');
  const versionsId = useId();
  const [isListOpen, setListOpen] = useState(false);
  const [isApproving, setApproving] = useState(false);
  const { compared } = query;

  const entries =
    query.version === undefined ? statement.entries : shown.value?.entries;
  // A draft that says the same as the version that holds is printed as that.
  const printed =
    query.version === undefined &&
    last.value &&
    compareStatements(last.value.entries, statement.entries).length === 0
      ? last.value
      : shown.value;

  return (
    <>
      <StatementHead statement={statement} hrefOf={hrefOf}>
        <StatementActions
          statement={statement}
          onApprove={() => setApproving(true)}
          versions={{
            id: versionsId,
            isOpen: isListOpen,
            toggle: () => setListOpen(!isListOpen),
          }}
          onPrint={entries && !compared ? print.open : undefined}
          isExporting={download.isPending}
          onExport={() =>
            download.start(
              () => api.exportForAudit({ file: 'applicability.csv' }),
              'applicability.csv',
            )
          }
        />
      </StatementHead>
      <ExportStatus
        state={download}
        failedTitle={t('applicability.export.failed')}
      />
      <div id={versionsId} hidden={!isListOpen}>
        {isListOpen && (
          <VersionList versions={statement.versions} hrefOf={hrefOf} />
        )}
      </div>
      {compared ? (
        <Comparison
          standard={standard}
          statement={statement}
          compared={compared}
          onChange={next => update({ compared: next })}
          backHref={hrefOf({ compared: undefined })}
        />
      ) : (
        <StatementEdition
          standard={standard}
          statement={statement}
          shown={shown}
          coverage={coverage}
          query={query}
          update={update}
          hrefOf={hrefOf}
          onChanged={onChanged}
        />
      )}
      {isApproving && (
        <ApproveDialog
          standard={standard}
          statement={statement}
          onClose={() => setApproving(false)}
          onApproved={({ number }) => {
            setApproving(false);
            coverage.retry();
            onChanged(
              t('applicability.approve.done', { number: String(number) }),
            );
          }}
        />
      )}
      {print.isOpen && entries && !last.loading && (
        <StatementPrint
          standard={standard}
          version={printed}
          entries={entries}
          services={coverage.value?.[0].services}
          onClose={print.close}
        />
      )}
    </>
  );
}
