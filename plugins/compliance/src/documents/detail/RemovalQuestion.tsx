import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogFooter } from '@backstage/ui';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useId, useRef } from 'react';
import questionStyles from '../../edit/DiscardQuestion.module.css';
import { complianceTranslationRef } from '../../translations';

/** Asks before a document, or what the portal says about it, is removed. */
export function RemovalQuestion(props: {
  document: RegisteredDocument;
  isPending: boolean;
  onKeep(): void;
  onConfirm(): void;
}) {
  const { document, isPending, onKeep, onConfirm } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const questionId = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const isWithdrawal = document.source !== 'portal';
  return (
    <DialogFooter
      role="alertdialog"
      aria-labelledby={questionId}
      className={questionStyles.root}
    >
      <p id={questionId} className={questionStyles.question}>
        {isWithdrawal
          ? t('documents.removal.withdrawQuestion')
          : t('documents.removal.removeQuestion')}
      </p>
      <Button
        ref={keep}
        variant="secondary"
        isDisabled={isPending}
        onPress={onKeep}
      >
        {t('documents.removal.keep')}
      </Button>
      <Button
        variant="primary"
        destructive
        isPending={isPending}
        onPress={onConfirm}
      >
        {isWithdrawal
          ? t('documents.removal.withdraw')
          : t('documents.removal.remove')}
      </Button>
    </DialogFooter>
  );
}
