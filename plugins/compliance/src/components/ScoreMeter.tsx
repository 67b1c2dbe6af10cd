import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LevelRule } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import { toneOf } from './tone';
import { useFormats } from './useFormats';
import styles from './ScoreMeter.module.css';

/** A score as a bar and in words. */
export function ScoreMeter(props: {
  score?: number;
  /** Id of the level that the score reached; colours the bar. */
  level?: string;
  levels: LevelRule[];
  size?: 'small' | 'large';
}) {
  const { score, level, levels, size = 'small' } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();

  if (score === undefined) {
    return <span className={styles.none}>{t('score.none')}</span>;
  }
  const text = t('score.value', { value: number(score) });
  return (
    <div className={styles.root} data-size={size}>
      <span className={styles.text}>{text}</span>
      <div
        className={styles.track}
        role="meter"
        aria-label={t('score.title')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={score}
        aria-valuetext={text}
      >
        <div
          className={styles.bar}
          data-tone={toneOf(level, levels)}
          style={{ inlineSize: `${score}%` }}
        />
      </div>
    </div>
  );
}
