import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';
import { complianceTranslationRef } from '../translations';
import styles from './CopyableCode.module.css';

const SHOWN_MS = 2_000;

/** Something to be typed elsewhere, with a button that copies it. */
export function CopyableCode(props: { text: string }) {
  const { text } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [{ error }, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  const isCopied = copied && !error;
  return (
    <span className={styles.root}>
      <code className={styles.code}>{text}</code>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('copy.copy', { text })}
        icon={isCopied ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={() => {
          copy(text);
          setCopied(true);
        }}
      />
      <VisuallyHidden role="status">
        {isCopied && t('copy.copied', { text })}
      </VisuallyHidden>
    </span>
  );
}
