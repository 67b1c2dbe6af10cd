import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, SearchField, Switch } from '@backstage/ui';
import {
  ApplicabilityResponse,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useCallback, useMemo } from 'react';
import { EmptyState, Section, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import {
  ApplicabilityQuery,
  isFiltered,
  noFilter,
} from '../applicabilityQuery';
import { EntryDialog } from '../edit/EntryDialog';
import filterStyles from '../StatementFilters.module.css';
import { matchingRows, statementRows } from '../statementRows';
import { HandledTable } from './HandledTable';
import styles from './HandledClauses.module.css';

/**
 * The clauses of a standard without controls: they always apply, and it is only
 * said which of them another party handles.
 */
export function HandledClauses(props: {
  standard: StandardResponse;
  statement: ApplicabilityResponse;
  query: ApplicabilityQuery;
  update: (change: Partial<ApplicabilityQuery>) => void;
  hrefOf: (change: Partial<ApplicabilityQuery>) => string;
  onChanged: (text: string) => void;
}) {
  const { standard, statement, query, update, hrefOf, onChanged } = props;
  const { entries, mayUpdate } = statement;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const edit = useCallback((edited: string) => update({ edited }), [update]);
  const rows = useMemo(
    () => statementRows({ standard, entries }),
    [standard, entries],
  );
  // The filters of controls say nothing about clauses.
  const filter = { ...noFilter, search: query.search, only: query.only };
  const matching = matchingRows(rows, filter);
  const edited = mayUpdate
    ? rows.find(({ id }) => id === query.edited)
    : undefined;
  const editedEntry = entries.find(({ clause }) => clause === edited?.id);

  return (
    <Section
      title={t('applicability.handled.title')}
      help={t('applicability.handled.why', { standard: standard.title })}
    >
      {!mayUpdate && (
        <p className={styles.note}>{t('applicability.head.readOnly')}</p>
      )}
      <div className={filterStyles.root}>
        <SearchField
          className={filterStyles.search}
          label={t('applicability.filter.searchClauses')}
          value={query.search}
          onChange={search => update({ search })}
        />
        <Switch
          label={t('applicability.filter.handled')}
          isSelected={query.only === 'handled'}
          onChange={isOn => update({ only: isOn ? 'handled' : undefined })}
        />
      </div>
      <div role="status">
        {t('applicability.handled.count', {
          count: rows.filter(({ entry }) => entry.handledBy).length,
        })}
        {isFiltered(filter) && (
          <>
            {' · '}
            {t('applicability.filter.shown', {
              count: matching.length,
              total: number(rows.length),
            })}{' '}
            <Link href={hrefOf(noFilter)}>
              {t('applicability.filter.clear')}
            </Link>
          </>
        )}
      </div>
      {matching.length === 0 ? (
        <EmptyState
          title={t('applicability.filter.noMatch')}
          description={t('applicability.filter.noMatchClauses')}
        />
      ) : (
        <HandledTable rows={matching} edit={mayUpdate ? edit : undefined} />
      )}
      {edited && editedEntry && (
        <EntryDialog
          key={edited.id}
          standard={standard.id}
          about="clauses"
          title={edited.title}
          entry={editedEntry}
          onClose={() => update({ edited: undefined })}
          onSaved={({ clause }) => {
            update({ edited: undefined });
            onChanged(t('applicability.edit.saved', { clause }));
          }}
        />
      )}
    </Section>
  );
}
