import { TrendPoint } from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  MouseHandlerDataParam,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormats } from '../../components';
import styles from './DailyChart.module.css';

/** Of the chart until it is known how much room there is, in pixels. */
const initialDimension = { width: 400, height: 180 };

/**
 * A chart with a day on the horizontal and numbers on the vertical axis. A day
 * is chosen with the pointer, or with the arrow keys as on any slider; what is
 * known of it is said by the slider and to be shown beside the chart.
 */
export function DailyChart(props: {
  /** What the choice of a day is called. */
  label: string;
  /** The days of the horizontal axis. */
  points: TrendPoint[];
  /** End of the vertical axis, which begins at 0; a round number if absent. */
  maximum?: number;
  format: (value: number) => string;
  /** Position of the chosen day. */
  chosen: number;
  /** What is known of the chosen day. */
  chosenText: string;
  onChoose: (day: number) => void;
  /** Lines and bars. */
  children: ReactNode;
}) {
  const { label, points, maximum = 'auto', format } = props;
  const { chosen, chosenText, onChoose, children } = props;
  const { date } = useFormats();

  const chooseAt = ({ activeTooltipIndex }: MouseHandlerDataParam) => {
    if (activeTooltipIndex !== undefined && activeTooltipIndex !== null) {
      onChoose(Number(activeTooltipIndex));
    }
  };

  return (
    <div className={styles.root}>
      <div aria-hidden>
        <ResponsiveContainer
          width="100%"
          height={initialDimension.height}
          initialDimension={initialDimension}
        >
          <ComposedChart
            // The slider is what keyboards and screen readers use.
            accessibilityLayer={false}
            data={points}
            barCategoryGap={0}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            onClick={chooseAt}
            onMouseMove={chooseAt}
            onTouchMove={chooseAt}
          >
            <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
            <XAxis
              dataKey="date"
              scale="band"
              interval="preserveStartEnd"
              minTickGap={40}
              tickFormatter={date}
              axisLine={false}
              tickLine={false}
            />
            <YAxis
              width="auto"
              domain={[0, maximum]}
              tickCount={3}
              allowDecimals={false}
              tickFormatter={format}
              axisLine={false}
              tickLine={false}
            />
            {children}
            <ReferenceLine
              x={points[chosen].date}
              stroke="var(--bui-fg-primary)"
              strokeDasharray="2 2"
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
      <input
        type="range"
        aria-label={label}
        aria-valuetext={chosenText}
        min={0}
        max={points.length - 1}
        value={chosen}
        onChange={event => onChoose(Number(event.target.value))}
      />
    </div>
  );
}
