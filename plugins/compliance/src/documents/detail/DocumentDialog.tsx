import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useId, useRef } from 'react';
import { complianceTranslationRef } from '../../translations';
import { KnownStandard } from '../clauseGroups';
import { DeclaredValue } from './DeclaredValue';
import { DocumentClauses } from './DocumentClauses';
import styles from './DocumentDialog.module.css';
import { DocumentFacts } from './DocumentFacts';
import { RemovalQuestion } from './RemovalQuestion';
import { useRemoval } from './useRemoval';

/** Everything about a document, and what can be done with it. */
export function DocumentDialog(props: {
  document: RegisteredDocument;
  standards: readonly KnownStandard[];
  mayUpdate: boolean;
  onEdit: () => void;
  onClose: () => void;
  /** Called when it is gone, or the portal says nothing about it any more. */
  onRemoved: () => void;
}) {
  const { document, standards, mayUpdate, onEdit, onClose } = props;
  const { declared, problems = [] } = document;
  const { t } = useTranslationRef(complianceTranslationRef);
  const clausesId = useId();
  const removal = useRemoval(document, props.onRemoved);
  const removalButton = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // The button was gone while it was asked.
    if (removal.step === 'none' && wasAsked.current) {
      removalButton.current?.focus();
    }
    wasAsked.current = removal.step !== 'none';
  }, [removal.step]);
  const isRemovable = document.source === 'portal' || declared !== undefined;

  return (
    <Dialog
      className={styles.dialog}
      width={720}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{document.title}</DialogHeader>
      <DialogBody>
        <div className={styles.body}>
          {removal.failure && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={t('documents.removal.failed')}
              description={removal.failure}
            />
          )}
          {problems.length > 0 && (
            <Alert
              status="warning"
              icon
              title={t('documents.detail.problems')}
              description={problems.join(' ')}
            />
          )}
          {declared && (
            <Alert
              icon
              title={t('documents.detail.changedTitle')}
              description={t('documents.detail.changedText')}
            />
          )}
          <DocumentFacts document={document} standards={standards} />
          <section aria-labelledby={clausesId}>
            <h3 id={clausesId}>{t('documents.detail.clauses')}</h3>
            <DocumentClauses clauses={document.clauses} standards={standards} />
            <DeclaredValue
              name="clauses"
              document={document}
              standards={standards}
            />
          </section>
        </div>
      </DialogBody>
      {removal.step === 'none' ? (
        <DialogFooter className={styles.footer}>
          {mayUpdate && isRemovable && (
            <Button
              ref={removalButton}
              className={styles.removal}
              variant="tertiary"
              destructive
              onPress={removal.ask}
            >
              {declared
                ? t('documents.detail.withdraw')
                : t('documents.detail.remove')}
            </Button>
          )}
          <Button variant="secondary" slot="close">
            {t('documents.detail.close')}
          </Button>
          {mayUpdate && (
            <Button variant="primary" onPress={onEdit}>
              {t('documents.detail.edit')}
            </Button>
          )}
        </DialogFooter>
      ) : (
        <RemovalQuestion
          document={document}
          isPending={removal.step === 'pending'}
          onKeep={removal.keep}
          onConfirm={removal.confirm}
        />
      )}
    </Dialog>
  );
}
