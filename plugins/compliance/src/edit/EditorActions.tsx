import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { complianceTranslationRef } from '../translations';
import styles from './EditorActions.module.css';

/** As keyboards call the key that goes with shortcuts. */
const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);
const SHORTCUT = isApple ? '⌘ Enter' : 'Ctrl+Enter';

/** What can be done with what is entered. */
export function EditorActions(props: {
  isSaving: boolean;
  isMerging: boolean;
  hasNext: boolean;
  onSave(then: 'close' | 'next'): void;
  onLeave(to: 'close' | 'next'): void;
  onStopMerging(): void;
}) {
  const { isSaving, isMerging, hasNext, onSave, onLeave } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const main = hasNext ? 'next' : 'close';
  const mainTitle = hasNext ? t('edit.saveAndNext') : t('edit.save');
  return (
    <div className={styles.root}>
      <span className={styles.shortcut}>
        {t('edit.shortcut', { keys: SHORTCUT })}
      </span>
      {isMerging && (
        <Button variant="tertiary" onPress={props.onStopMerging}>
          {t('edit.merge.back')}
        </Button>
      )}
      {!isMerging && (
        <Button
          variant="tertiary"
          onPress={() => onLeave(main)}
          isDisabled={isSaving}
        >
          {hasNext ? t('edit.skip') : t('edit.cancel')}
        </Button>
      )}
      {!isMerging && hasNext && (
        <Button
          variant="secondary"
          onPress={() => onSave('close')}
          isDisabled={isSaving}
        >
          {t('edit.save')}
        </Button>
      )}
      <Button
        variant="primary"
        onPress={() => onSave(main)}
        isPending={isSaving}
      >
        {isMerging ? t('edit.merge.save') : mainTitle}
      </Button>
    </div>
  );
}
