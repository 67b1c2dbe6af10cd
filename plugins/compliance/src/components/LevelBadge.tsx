import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import { RiMedalLine, RiSubtractLine } from '@remixicon/react';
import {
  LevelRule,
  NO_LEVEL,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import styles from './LevelBadge.module.css';

/** Title of a level, which may be none or not known yet. */
export function useLevelTitle(levels: LevelRule[]) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (level: string | undefined): string => {
    if (level === undefined) {
      return t('level.unknown');
    }
    return level === NO_LEVEL
      ? t('level.none')
      : levels.find(({ id }) => id === level)?.title ?? level;
  };
}

/** The level that a scorecard reached. */
export function LevelBadge(props: { level?: string; levels: LevelRule[] }) {
  const { level, levels } = props;
  const titleOf = useLevelTitle(levels);
  const reached = level !== undefined && level !== NO_LEVEL;
  return (
    <Badge
      className={styles.root}
      icon={
        reached ? (
          <RiMedalLine aria-hidden size={14} />
        ) : (
          <RiSubtractLine aria-hidden size={14} />
        )
      }
    >
      {titleOf(level)}
    </Badge>
  );
}
