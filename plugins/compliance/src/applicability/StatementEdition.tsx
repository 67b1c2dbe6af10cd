import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Link } from '@backstage/ui';
import {
  ApplicabilityResponse,
  ApplicabilityVersionResponse,
  CoverageResponse,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useCallback, useMemo } from 'react';
import { AnswerState } from '../api';
import {
  EmptyState,
  EntityLink,
  ErrorAlert,
  errorMessage,
  Loading,
  useFormats,
} from '../components';
import { complianceTranslationRef } from '../translations';
import { ApplicabilityQuery, isFiltered, noFilter } from './applicabilityQuery';
import { EntryDialog } from './edit/EntryDialog';
import { StatementCounts } from './StatementCounts';
import { StatementFilters } from './StatementFilters';
import { matchingRows, statementRows } from './statementRows';
import { Measurement } from './table/StatementRow';
import { StatementTable } from './table/StatementTable';

/** Says that a version is shown, and leads back to the draft. */
function VersionNote(props: {
  version: ApplicabilityVersionResponse;
  backHref: string;
}) {
  const { version, backHref } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp } = useFormats();
  return (
    <Alert
      role="status"
      icon
      title={t('applicability.versions.shownTitle', {
        number: String(version.number),
      })}
      description={
        <>
          {t('applicability.versions.shown', {
            time: timestamp(version.approvedAt),
            user: <EntityLink entityRef={version.approvedBy} />,
          })}{' '}
          <Link href={backHref}>{t('applicability.versions.backToDraft')}</Link>
        </>
      }
    />
  );
}

/** The controls of the draft or of a version, and the edit of one of them. */
export function StatementEdition(props: {
  standard: StandardResponse;
  statement: ApplicabilityResponse;
  /** The version that is shown, if it is not the draft. */
  shown: AnswerState<ApplicabilityVersionResponse | undefined>;
  coverage: AnswerState<CoverageResponse[]>;
  query: ApplicabilityQuery;
  update: (change: Partial<ApplicabilityQuery>) => void;
  hrefOf: (change: Partial<ApplicabilityQuery>) => string;
  onChanged: (text: string) => void;
}) {
  const { standard, statement, shown, coverage, query, update, hrefOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const isDraft = query.version === undefined;
  const entries = isDraft ? statement.entries : shown.value?.entries;
  // Of a version it does not matter what is measured today.
  const measured = isDraft ? coverage.value?.[0] : undefined;

  const rows = useMemo(
    () =>
      entries &&
      statementRows({ standard, entries, coverage: measured?.clauses }),
    [standard, entries, measured],
  );
  const matching = useMemo(
    () => rows && matchingRows(rows, query),
    [rows, query],
  );
  const edit = useCallback((edited: string) => update({ edited }), [update]);
  const state = coverage.error ? 'failed' : 'loading';
  const measurement = useMemo(
    (): Measurement => ({
      state: measured ? 'known' : state,
      version: measured?.applicability?.number,
    }),
    [measured, state],
  );

  if (shown.error) {
    return (
      <ErrorAlert
        error={shown.error}
        retry={shown.retry}
        isRetrying={shown.loading}
      />
    );
  }
  // Without a measurement it is not known what disagrees.
  const isAwaited =
    isDraft && query.only === 'disagreements' && !measured && coverage.loading;
  if (!rows || !matching || isAwaited) {
    return <Loading label={t('applicability.loading')} rows={8} />;
  }
  const mayEdit = isDraft && statement.mayUpdate;
  const edited = mayEdit
    ? rows.find(({ id }) => id === query.edited)
    : undefined;
  const editedEntry = statement.entries.find(
    ({ clause }) => clause === edited?.id,
  );

  return (
    <>
      {shown.value && (
        <VersionNote
          version={shown.value}
          backHref={hrefOf({ version: undefined })}
        />
      )}
      {isDraft && coverage.error && (
        <Alert
          role="alert"
          status="warning"
          icon
          title={t('applicability.measured.failed')}
          description={errorMessage(coverage.error)}
          customActions={
            <Button
              size="small"
              variant="secondary"
              isPending={coverage.loading}
              onPress={coverage.retry}
            >
              {t('state.retry')}
            </Button>
          }
        />
      )}
      {isDraft && (
        <StatementCounts
          rows={rows}
          isMeasured={measured !== undefined}
          hrefOf={hrefOf}
        />
      )}
      <StatementFilters
        query={query}
        update={update}
        rows={rows}
        isMeasured={isDraft}
      />
      {isFiltered(query) && (
        <div role="status">
          {t('applicability.filter.shown', {
            count: matching.length,
            total: number(rows.length),
          })}{' '}
          <Link href={hrefOf(noFilter)}>{t('applicability.filter.clear')}</Link>
        </div>
      )}
      {matching.length === 0 ? (
        <EmptyState
          title={t('applicability.filter.noMatch')}
          description={t('applicability.filter.noMatchHelp')}
        />
      ) : (
        <StatementTable
          rows={matching}
          standard={standard.id}
          measurement={isDraft ? measurement : undefined}
          edit={mayEdit ? edit : undefined}
        />
      )}
      {edited && editedEntry && (
        <EntryDialog
          key={edited.id}
          standard={standard.id}
          about="controls"
          title={edited.title}
          entry={editedEntry}
          onClose={() => update({ edited: undefined })}
          onSaved={({ clause }) => {
            update({ edited: undefined });
            props.onChanged(t('applicability.edit.saved', { clause }));
          }}
        />
      )}
    </>
  );
}
