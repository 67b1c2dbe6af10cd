import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { RiErrorWarningLine, RiTimeLine } from '@remixicon/react';
import { StatusResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import styles from './DataAge.module.css';
import { Timestamp } from './Timestamp';

const OLD_MS = 30 * 60 * 1000;

/** When the catalog was last read, with a warning when that is long ago. */
export function DataAge(props: { catalogReadAt?: string }) {
  const { catalogReadAt } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const isOld =
    catalogReadAt !== undefined &&
    Date.now() - Date.parse(catalogReadAt) > OLD_MS;

  return (
    <span className={styles.root}>
      {isOld ? (
        <RiErrorWarningLine aria-hidden className={styles.warning} size={14} />
      ) : (
        <RiTimeLine aria-hidden size={14} />
      )}
      <span>
        {catalogReadAt
          ? t('age.catalogRead', { time: <Timestamp value={catalogReadAt} /> })
          : t('age.neverRead')}
        {isOld && <span> · {t('age.old')}</span>}
      </span>
    </span>
  );
}

/** Says that the last reading of the catalog failed, when it did. */
export function CatalogReadingAlert(props: { status?: StatusResponse }) {
  const { status } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { last, lastSuccess } = status?.mirror ?? {};
  if (last?.outcome !== 'failure') {
    return <></>;
  }
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('age.failedTitle')}
      description={
        <>
          {lastSuccess
            ? t('age.failedSince', {
                time: <Timestamp value={lastSuccess.endedAt} />,
              })
            : t('age.failedAlways')}
          {last.error && <> {last.error}</>}
        </>
      }
    />
  );
}
