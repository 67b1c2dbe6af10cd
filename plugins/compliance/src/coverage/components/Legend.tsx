import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogTrigger, Popover } from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import { coverageStates } from '@service-compliance/backstage-plugin-compliance-common';
import { Fragment } from 'react';
import { complianceTranslationRef } from '../../translations';
import styles from './Legend.module.css';
import { StateLabel } from './StateLabel';

/** Says what each state means. */
export function Legend() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const title = t('coverage.legend.title');
  return (
    <DialogTrigger>
      <Button variant="secondary" iconStart={<RiInformationLine aria-hidden />}>
        {title}
      </Button>
      <Popover placement="bottom end" hideArrow aria-label={title}>
        <div className={styles.root}>
          <dl className={styles.states}>
            {coverageStates.map(state => (
              <Fragment key={state}>
                <dt>
                  <StateLabel state={state} />
                </dt>
                <dd>{t(`coverage.legend.${state}`)}</dd>
              </Fragment>
            ))}
          </dl>
          <p className={styles.disclaimer}>{t('coverage.disclaimer')}</p>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
