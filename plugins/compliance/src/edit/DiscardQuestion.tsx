import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogFooter } from '@backstage/ui';
import { useEffect, useId, useRef } from 'react';
import { complianceTranslationRef } from '../translations';
import styles from './DiscardQuestion.module.css';

/** Asks before what was entered is lost. */
export function DiscardQuestion(props: { onKeep(): void; onDiscard(): void }) {
  const { onKeep, onDiscard } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const questionId = useId();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    keep.current?.focus();
    return () => (before as HTMLElement | null)?.focus();
  }, []);
  return (
    <DialogFooter
      role="alertdialog"
      aria-labelledby={questionId}
      className={styles.root}
    >
      <p id={questionId} className={styles.question}>
        {t('edit.discard.question')}
      </p>
      <Button ref={keep} variant="secondary" onPress={onKeep}>
        {t('edit.discard.keep')}
      </Button>
      <Button variant="primary" destructive onPress={onDiscard}>
        {t('edit.discard.discard')}
      </Button>
    </DialogFooter>
  );
}
