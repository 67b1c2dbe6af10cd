import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogTrigger, Popover } from '@backstage/ui';
import { SharedEvidence } from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './SharedShare.module.css';

/** How many requirements one piece of evidence serves in both standards. */
export function SharedShare(props: { shared: SharedEvidence }) {
  const { percent = 0, served, evidenced, total } = props.shared;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const how = t('coverage.shared.how');
  return (
    <div className={styles.root}>
      <strong className={styles.percent}>
        {t('value.percent', { value: number(percent) })}
      </strong>
      <span className={styles.words}>
        <span>{t('coverage.shared.title')}</span>
        <span className={styles.numbers}>
          {t('coverage.shared.numbers', {
            served: number(served),
            evidenced: number(evidenced),
            total: number(total),
          })}
        </span>
      </span>
      <DialogTrigger>
        <Button variant="secondary" size="small">
          {how}
        </Button>
        <Popover placement="bottom end" aria-label={how}>
          <p className={styles.how}>{t('coverage.shared.explanation')}</p>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
