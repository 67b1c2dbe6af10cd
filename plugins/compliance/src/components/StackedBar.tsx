import styles from './StackedBar.module.css';
import { Tone } from './tone';
import tones from './tones.module.css';

/** How good or bad a part is; `neutral` when it is neither. */
export type PartTone = Tone | 'neutral';

/** A part of a whole. */
export interface Part {
  id: string;
  value: number;
  tone: PartTone;
}

/** The shares of a whole. What it shows must be said in words beside it. */
export function StackedBar(props: { parts: Part[]; size?: 'small' | 'large' }) {
  const { parts, size = 'small' } = props;
  return (
    <div aria-hidden className={styles.root} data-size={size}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ id, value, tone }) => (
          <span
            key={id}
            className={`${styles.segment} ${tones[tone]}`}
            style={{ flexGrow: value }}
          />
        ))}
    </div>
  );
}

/** The colour of a part beside its name. */
export function Swatch(props: { tone: PartTone }) {
  return (
    <span aria-hidden className={`${styles.swatch} ${tones[props.tone]}`} />
  );
}
