import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, VisuallyHidden } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { complianceTranslationRef } from '../translations';
import styles from './ExternalLink.module.css';

/** The address as the browser understands it, if it is a web address. */
function webAddress(text: string): URL | undefined {
  try {
    const url = new URL(text);
    return ['http:', 'https:'].includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A link out of the portal. Anything but an http or https address stays text,
 * so that no authored value becomes a script.
 */
export function ExternalLink(props: {
  href: string;
  /** What it is called; its address when left out. */
  children?: ReactNode;
}) {
  const { href, children } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const url = webAddress(href);

  if (!url) {
    return <span title={t('value.unsafeLink')}>{children ?? href}</span>;
  }
  const path = `${url.pathname}${url.search}${url.hash}`;
  return (
    <Link
      className={styles.root}
      href={url.href}
      target="_blank"
      rel="noopener noreferrer"
      title={url.href}
    >
      <span>{children ?? `${url.host}${path === '/' ? '' : path}`}</span>
      <RiExternalLinkLine aria-hidden className={styles.icon} size={14} />
      <VisuallyHidden>({t('value.opensNewTab')})</VisuallyHidden>
    </Link>
  );
}
