import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, DialogBody, DialogFooter, Link } from '@backstage/ui';
import {
  BulkResult,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId } from 'react';
import { FocusedAlert } from '../components';
import { useScorecardLink } from '../entity';
import { complianceTranslationRef } from '../translations';
import styles from './BulkResults.module.css';
import { BulkFailure, isFailure } from './results';
import { BulkEditState } from './useBulkEdit';

/** What became of each entity: how many went well, and which did not. */
export function BulkResults(props: {
  edit: BulkEditState;
  titles: Record<string, string>;
  vocabulary: VocabularyResponse;
  /** Goes back to the form. */
  onChange: () => void;
  onDone: () => void;
}) {
  const { edit, titles, vocabulary, onChange, onDone } = props;
  const { group, results, failures, isSaving } = edit;
  const { t } = useTranslationRef(complianceTranslationRef);
  const scorecardLink = useScorecardLink();
  const headingId = useId();

  const failed = results.filter(isFailure);
  const countOf = (outcome: BulkResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length;
  const [saved, unchanged] = [countOf('saved'), countOf('unchanged')];

  function reasonOf({ outcome, errors = [] }: BulkFailure): string {
    if (outcome === 'invalid' && errors.length > 0) {
      return errors
        .map(({ field, message }) => {
          const title = vocabulary.fields.find(
            ({ id }) => id === `${group}.${field}`,
          )?.title;
          return title
            ? t('todo.bulk.invalidField', { field: title, message })
            : message;
        })
        .join('; ');
    }
    return t(`todo.bulk.outcome.${outcome}`);
  }

  return (
    <>
      <DialogBody>
        <div className={styles.root}>
          <FocusedAlert
            // Says the numbers anew when it was tried again.
            key={edit.attempts}
            status={failed.length === 0 ? 'success' : 'warning'}
            title={
              failed.length === 0
                ? t('todo.bulk.allSaved')
                : t('todo.bulk.someFailed', { count: failed.length })
            }
            description={[
              t('todo.bulk.saved', { count: saved }),
              ...(unchanged > 0
                ? [t('todo.bulk.unchanged', { count: unchanged })]
                : []),
            ].join(', ')}
          />
          {failed.length > 0 && (
            <section aria-labelledby={headingId}>
              <h3 id={headingId} className={styles.heading}>
                {t('todo.bulk.failures')}
              </h3>
              <ul className={styles.list}>
                {failed.map(result => (
                  <li key={result.entityRef}>
                    <Link href={scorecardLink(result.entityRef)}>
                      {titles[result.entityRef] ?? result.entityRef}
                    </Link>
                    <span>{reasonOf(result)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {failures.length > 0 && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('todo.bulk.failed')}
              description={failures.join(' ')}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        {failed.length > 0 && (
          <>
            <Button
              variant="secondary"
              isDisabled={isSaving}
              onPress={onChange}
            >
              {t('todo.bulk.change')}
            </Button>
            <Button
              variant="secondary"
              isPending={isSaving}
              onPress={edit.save}
            >
              {t('todo.bulk.retry', { count: failed.length })}
            </Button>
          </>
        )}
        <Button isDisabled={isSaving} onPress={onDone}>
          {t('todo.bulk.done')}
        </Button>
      </DialogFooter>
    </>
  );
}
