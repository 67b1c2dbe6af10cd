import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleFill,
  RiContrastLine,
} from '@remixicon/react';
import { Progress } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import styles from './ProgressLabel.module.css';

const icons: Record<Progress, RemixiconComponentType> = {
  complete: RiCheckboxCircleFill,
  started: RiContrastLine,
  untouched: RiCheckboxBlankCircleLine,
};

/** How far a profile is, as icon and text. */
export function ProgressLabel(props: { progress?: Progress }) {
  const { progress } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (!progress) {
    return <span className={styles.root}>{t('todo.progress.unknown')}</span>;
  }
  const Icon = icons[progress];
  return (
    <span className={styles.root}>
      <Icon
        aria-hidden
        className={styles.icon}
        data-progress={progress}
        size={14}
      />
      {t(`todo.progress.${progress}`)}
    </span>
  );
}
