import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextAreaField,
} from '@backstage/ui';
import {
  ApplicabilityResponse,
  ApplicabilityVersion,
  compareStatements,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useState } from 'react';
import { ErrorAlert, Loading } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { decisionOf } from '../decision';
import { useVersion } from '../useStatement';
import { ChangeTable } from '../versions/ChangeTable';
import styles from './ApproveDialog.module.css';
import { ApprovalFailure } from './ApprovalFailure';
import { useApproval } from './useApproval';

const MAX_NOTE = 1000;

/** The controls that nobody decided upon, which prevents an approval. */
function Undecided(props: { ids: string[]; standard: StandardResponse }) {
  const { ids, standard } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const titles = new Map(standard.clauses.map(({ id, title }) => [id, title]));
  const title = t('applicability.approve.undecided', { count: ids.length });
  return (
    <div>
      <Alert role="status" status="warning" icon title={title} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled with the keyboard */}
      <ul aria-label={title} tabIndex={0} className={styles.undecided}>
        {ids.map(id => (
          <li key={id}>
            {t('applicability.clause', { id, title: titles.get(id) ?? '' })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Shows what an approval is about, and approves it. */
export function ApproveDialog(props: {
  standard: StandardResponse;
  statement: ApplicabilityResponse;
  onClose(): void;
  onApproved(version: ApplicabilityVersion): void;
}) {
  const { standard, statement, onClose, onApproved } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { draft, approve, isChanged, failure, isPending } =
    useApproval(statement);
  const [note, setNote] = useState('');
  const helpId = useId();
  const last = draft.versions.at(0)?.number;
  const number = String((last ?? 0) + 1);
  const version = useVersion(standard.id, last);

  const undecided = draft.entries
    .filter(entry => decisionOf(entry) === 'undecided')
    .map(({ clause }) => clause);
  const changes =
    version.value && compareStatements(version.value.entries, draft.entries);
  const isSame = changes?.length === 0;
  const isNoteTooLong = note.trim().length > MAX_NOTE;
  const isPrevented =
    undecided.length > 0 ||
    isSame ||
    isNoteTooLong ||
    (last !== undefined && !changes);

  async function submit() {
    const approved = await approve(note);
    if (approved) {
      onApproved(approved);
    }
  }

  function difference() {
    if (last === undefined) {
      const count = (decision: string) =>
        String(
          draft.entries.filter(entry => decisionOf(entry) === decision).length,
        );
      return (
        <p>
          {t('applicability.approve.first', {
            applicable: count('yes'),
            excluded: count('no'),
          })}
        </p>
      );
    }
    if (version.error) {
      return (
        <ErrorAlert
          error={version.error}
          retry={version.retry}
          isRetrying={version.loading}
        />
      );
    }
    if (!changes) {
      return <Loading label={t('applicability.comparison.loading')} rows={3} />;
    }
    if (isSame) {
      return (
        <Alert
          role="status"
          icon
          title={t('applicability.approve.same', { number: String(last) })}
        />
      );
    }
    const label = t('applicability.approve.changes', { number: String(last) });
    return (
      <section aria-label={label}>
        <h3 className={styles.heading}>{label}</h3>
        <ChangeTable label={label} changes={changes} standard={standard} />
      </section>
    );
  }

  return (
    <Dialog
      className={styles.dialog}
      width={860}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>
        {t('applicability.approve.title', { number })}
      </DialogHeader>
      <DialogBody className={styles.body}>
        {isChanged && (
          <Alert
            role="alert"
            status="warning"
            icon
            title={t('applicability.approve.conflictTitle')}
            description={t('applicability.approve.conflict')}
          />
        )}
        {failure && <ApprovalFailure error={failure} />}
        {undecided.length > 0 && (
          <Undecided ids={undecided} standard={standard} />
        )}
        {difference()}
        <TextAreaField
          label={t('applicability.approve.note')}
          description={t('applicability.approve.noteHelp')}
          isInvalid={isNoteTooLong}
          validationBehavior="aria"
          value={note}
          onChange={setNote}
        />
        <p id={helpId} className={styles.help}>
          {t('applicability.approve.immutable')}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('applicability.approve.cancel')}
        </Button>
        <Button
          variant="primary"
          onPress={submit}
          isPending={isPending}
          isDisabled={isPrevented}
          aria-describedby={helpId}
        >
          {t('applicability.approve.approve', { number })}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
