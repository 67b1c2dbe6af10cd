import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, SearchField } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  DocumentsResponse,
  isSameValue,
  RegisteredDocument,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useCallback, useMemo, useState } from 'react';
import { EmptyState } from '../components';
import { Notice, useNotice } from '../record';
import { today } from '../suppliers/deadlines';
import { complianceTranslationRef } from '../translations';
import { DocumentDialog } from './detail/DocumentDialog';
import { MissingDocumentDialog } from './detail/MissingDocumentDialog';
import { DocumentFigures } from './DocumentFigures';
import { DocumentFilters } from './DocumentFilters';
import styles from './DocumentsContent.module.css';
import { noFilter } from './documentsQuery';
import { DocumentEditDialog } from './edit/DocumentEditDialog';
import { filterDocuments } from './register';
import { DocumentsTable } from './table/DocumentsTable';
import { useForgetDocuments } from './useDocuments';
import { useDocumentsQuery } from './useDocumentsQuery';

/** The documents that match the address of the page, and their dialogs. */
export function Register(props: {
  register: DocumentsResponse;
  standards: StandardResponse[];
}) {
  const { register, standards } = props;
  const { items, mayUpdate } = register;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { query, update, hrefOf } = useDocumentsQuery();
  const { notice, notify, dismiss } = useNotice();
  const forgetDocuments = useForgetDocuments();
  /** What is edited; a document is added when there is none in it. */
  const [editing, setEditing] = useState<{ document?: RegisteredDocument }>();

  const { order, opened, ...filter } = query;
  // Whatever else is shown, the same documents stay on their page.
  const filterKey = JSON.stringify(filter);
  const found = useMemo(
    () =>
      filterDocuments(items, JSON.parse(filterKey), {
        standards,
        today: today(),
      }),
    [items, filterKey, standards],
  );
  const open = useCallback((id: string) => update({ opened: id }), [update]);
  const close = () => update({ opened: undefined });
  const document = items.find(({ id }) => id === opened);

  const addButton = mayUpdate && (
    <Button
      variant="primary"
      iconStart={<RiAddLine aria-hidden />}
      onPress={() => setEditing({})}
    >
      {t('documents.add')}
    </Button>
  );

  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          title={t('documents.emptyTitle')}
          description={
            mayUpdate ? t('documents.empty') : t('documents.emptyReadOnly')
          }
          action={addButton}
        />
      ) : (
        <>
          <DocumentFigures documents={items} hrefOf={hrefOf} />
          <div className={styles.toolbar}>
            <SearchField
              className={styles.search}
              aria-label={t('documents.filter.search')}
              placeholder={t('documents.filter.search')}
              size="small"
              value={query.search}
              onChange={search => update({ search })}
            />
            <span className={styles.actions}>
              <Button
                variant="tertiary"
                isDisabled={isSameValue(filter, noFilter)}
                onPress={() => update({ ...noFilter })}
              >
                {t('documents.clear')}
              </Button>
              {addButton}
            </span>
          </div>
          <DocumentFilters
            filter={filter}
            update={update}
            documents={items}
            standards={standards}
          />
          <DocumentsTable
            documents={found}
            standards={standards}
            order={order}
            update={update}
            open={open}
            emptyState={
              <EmptyState
                title={t('documents.noMatchTitle')}
                description={t('documents.noMatch')}
              />
            }
          />
        </>
      )}
      {opened !== undefined && editing === undefined && !document && (
        <MissingDocumentDialog onClose={close} />
      )}
      {document && editing === undefined && (
        <DocumentDialog
          key={document.id}
          document={document}
          standards={standards}
          mayUpdate={mayUpdate}
          onEdit={() => setEditing({ document })}
          onClose={close}
          onRemoved={() => {
            close();
            notify({
              status: 'success',
              text:
                document.source === 'portal'
                  ? t('documents.removal.removed', { title: document.title })
                  : t('documents.removal.withdrawn', {
                      title: document.title,
                    }),
            });
          }}
        />
      )}
      {editing && (
        <DocumentEditDialog
          document={editing.document}
          standards={standards}
          onClose={() => setEditing(undefined)}
          onSaved={saved => {
            setEditing(undefined);
            forgetDocuments();
            notify({
              status: 'success',
              text: editing.document
                ? t('documents.edit.saved', { title: saved.title })
                : t('documents.edit.added', { title: saved.title }),
            });
          }}
        />
      )}
      <Notice notice={notice} dismiss={dismiss} />
    </>
  );
}
