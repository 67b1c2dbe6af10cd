import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { FieldGroup } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import styles from './CleanUp.module.css';
import { ProfileActions } from './useProfileActions';

/** Offers to remove from the portal what has reached Git. */
export function CleanUp(props: { group: FieldGroup; actions: ProfileActions }) {
  const { group, actions } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div className={styles.root}>
      <p>{t('record.cleanUp.text')}</p>
      <Button
        size="small"
        variant="secondary"
        aria-label={t('record.cleanUp.actionGroup', {
          group: t(`facet.${group}`),
        })}
        isDisabled={actions.isBusy}
        onPress={() => actions.withdraw(group)}
      >
        {t('record.cleanUp.action')}
      </Button>
    </div>
  );
}
