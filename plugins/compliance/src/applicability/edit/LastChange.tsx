import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ApplicabilityEntry } from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './LastChange.module.css';

/** Who changed an entry last, and when. */
export function LastChange(props: { entry: ApplicabilityEntry }) {
  const { changedAt, changedBy } = props.entry;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { timestamp } = useFormats();
  return (
    <p className={styles.root}>
      {changedAt && changedBy
        ? t('applicability.edit.lastChanged', {
            time: timestamp(changedAt),
            user: changedBy,
          })
        : t('applicability.edit.asConfigured')}
    </p>
  );
}
