import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiCloseLine, RiPrinterLine } from '@remixicon/react';
import { ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { complianceTranslationRef } from '../translations';
import styles from './PrintView.module.css';

/**
 * A document as it looks on paper, in front of the page. When it is printed,
 * nothing of the page is printed with it.
 */
export function PrintView(props: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, onClose, children } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const titleId = useId();
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const opener = document.activeElement;
    const behind = [...document.body.children].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element !== root.current,
    );
    behind.forEach(element => element.toggleAttribute('inert', true));
    root.current?.focus();
    return () => {
      behind.forEach(element => element.toggleAttribute('inert', false));
      if (opener instanceof HTMLElement) {
        opener.focus();
      }
    };
  }, []);

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        onClose();
      }
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [onClose]);

  return createPortal(
    <div
      ref={root}
      role="dialog"
      aria-modal
      aria-labelledby={titleId}
      tabIndex={-1}
      className={styles.root}
      // Paper is white, whatever the portal looks like.
      data-theme-mode="light"
    >
      <div className={styles.toolbar}>
        <Button
          iconStart={<RiPrinterLine aria-hidden />}
          onPress={() => window.print()}
        >
          {t('print.print')}
        </Button>
        <Button
          variant="secondary"
          iconStart={<RiCloseLine aria-hidden />}
          onPress={onClose}
        >
          {t('print.close')}
        </Button>
      </div>
      <article className={styles.paper}>
        <h1 id={titleId} className={styles.title}>
          {title}
        </h1>
        {children}
      </article>
    </div>,
    document.body,
  );
}
