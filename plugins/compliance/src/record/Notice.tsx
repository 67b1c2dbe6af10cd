import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonIcon } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { complianceTranslationRef } from '../translations';
import styles from './Notice.module.css';

/** What became of something that was done, here or by somebody else. */
export interface NoticeContent {
  status: 'success' | 'info' | 'danger';
  text: string;
}

/** Says what happened where it is seen on every part of the page. */
export function Notice(props: { notice?: NoticeContent; dismiss: () => void }) {
  const { notice, dismiss } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div role="status" className={styles.root}>
      {notice && (
        <Alert
          className={styles.notice}
          status={notice.status}
          icon
          title={notice.text}
          customActions={
            <ButtonIcon
              size="small"
              variant="tertiary"
              aria-label={t('record.dismiss')}
              icon={<RiCloseLine />}
              onPress={dismiss}
            />
          }
        />
      )}
    </div>
  );
}
