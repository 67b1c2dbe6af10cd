import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { complianceTranslationRef } from '../translations';
import styles from './CopyableCode.module.css';
import { useCopy } from './useCopy';

/** Something to be typed elsewhere, with a button that copies it. */
export function CopyableCode(props: { text: string }) {
  const { text } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { isCopied, copy } = useCopy();

  return (
    <span className={styles.root}>
      <code className={styles.code}>{text}</code>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('copy.copy', { text })}
        icon={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => copy(text)}
      />
      <VisuallyHidden role="status">
        {isCopied && t('copy.copied', { text })}
      </VisuallyHidden>
    </span>
  );
}
