import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ExternalLink } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { PlainInputProps } from './inputProps';
import styles from './LinkInput.module.css';
import { TextInput } from './TextInput';

/** The host of a web address. */
function hostOf(text: string): string | undefined {
  try {
    const { protocol, host } = new URL(text);
    return ['http:', 'https:'].includes(protocol) ? host : undefined;
  } catch {
    return undefined;
  }
}

/** A web address, which can be opened to see whether it is the right one. */
export function LinkInput(props: PlainInputProps) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const address = props.draft.trim();
  const host = hostOf(address);
  return (
    <div>
      <TextInput {...props} />
      {host && (
        <div className={styles.open}>
          <ExternalLink href={address}>
            {t('edit.link.open', { host })}
          </ExternalLink>
        </div>
      )}
    </div>
  );
}
