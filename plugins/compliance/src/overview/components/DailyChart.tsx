import { PointerEvent, ReactNode } from 'react';
import { dayAt, dayCentre, depthOf, namedDays, SIZE } from '../trend/geometry';
import styles from './DailyChart.module.css';

/**
 * A chart with a day on the horizontal and numbers on the vertical axis. A day
 * is chosen with the pointer, or with the arrow keys as on any slider; what is
 * known of it is said by the slider and to be shown beside the chart.
 */
export function DailyChart(props: {
  /** What the choice of a day is called. */
  label: string;
  /** Number of days on the horizontal axis. */
  count: number;
  /** What a day is called, by its position. */
  dayName: (day: number) => string;
  /** End of the vertical axis, which begins at 0. */
  maximum: number;
  format: (value: number) => string;
  /** Position of the chosen day. */
  chosen: number;
  /** What is known of the chosen day. */
  chosenText: string;
  onChoose: (day: number) => void;
  /** SVG elements, with coordinates between 0 and {@link SIZE}. */
  children: ReactNode;
}) {
  const { label, count, dayName, maximum, format } = props;
  const { chosen, chosenText, onChoose, children } = props;

  const chooseAt = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    onChoose(dayAt((clientX - left) / width, count));
  };

  return (
    <div className={styles.root}>
      <div aria-hidden className={styles.values}>
        {[maximum, maximum / 2, 0].map(value => (
          <span key={value}>{format(value)}</span>
        ))}
      </div>
      <div
        className={styles.plot}
        onPointerDown={chooseAt}
        onPointerMove={chooseAt}
      >
        <svg
          aria-hidden
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          preserveAspectRatio="none"
        >
          <path
            className={styles.grid}
            d={[maximum, maximum / 2, 0]
              .map(value => `M0 ${depthOf(value, maximum)}H${SIZE}`)
              .join('')}
          />
          {children}
          <path
            className={styles.chosen}
            d={`M${dayCentre(chosen, count)} 0V${SIZE}`}
          />
        </svg>
        <input
          type="range"
          aria-label={label}
          aria-valuetext={chosenText}
          min={0}
          max={count - 1}
          value={chosen}
          onChange={event => onChoose(Number(event.target.value))}
        />
      </div>
      <div aria-hidden className={styles.days}>
        {namedDays(count).map(day => (
          <span key={day} style={{ left: `${dayCentre(day, count)}%` }}>
            {dayName(day)}
          </span>
        ))}
      </div>
    </div>
  );
}
