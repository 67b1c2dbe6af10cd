import { renderInTestApp } from '@backstage/frontend-test-utils';
import { TrendPoint } from '@service-compliance/backstage-plugin-compliance-common';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { vocabulary } from '../../__testUtils__';
import { TrendCharts } from './TrendCharts';

const { levels } = vocabulary;

const days = (...scores: (number | undefined)[]): TrendPoint[] =>
  scores.map((averageScore, index) => ({
    date: `2026-08-${10 + index}`,
    ...(averageScore !== undefined && {
      averageScore,
      total: 10,
      levels: { none: 2, bronze: 4, gold: 4 },
    }),
  }));

async function renderCharts(points: TrendPoint[]) {
  const { container } = renderInTestApp(
    <TrendCharts points={points} levels={levels} />,
  );
  const slider = await screen.findByRole<HTMLInputElement>('slider', {
    name: 'Average score, day',
  });
  const charts = [...container.querySelectorAll('.recharts-wrapper')];
  return { container, slider, charts };
}

const numbersIn = (text: string) => text.match(/[\d.]+/g)!.map(Number);

describe('TrendCharts', () => {
  it('interrupts the line where nothing is known, and makes a point of a day between', async () => {
    const { charts } = await renderCharts(
      days(50, 50, undefined, 50, undefined, 100),
    );
    const line = charts[0].querySelector('.recharts-line-curve')!;
    expect(line).toHaveAttribute('stroke-linecap', 'round');
    const runs = line
      .getAttribute('d')!
      .split('M')
      .filter(run => run !== '')
      .map(run => numbersIn(run));
    expect(runs.map(({ length }) => length / 2)).toEqual([2, 1, 1]);
    const [[, first], , [, last]] = runs;
    expect(last).toBeLessThan(first);
  });

  it('stacks the levels of each day, with nothing where nothing is known', async () => {
    const { charts } = await renderCharts(days(50, undefined, 50));
    const bars = [...charts[1].querySelectorAll('.recharts-bar')].map(bar => ({
      tone: bar.getAttribute('class'),
      parts: [...bar.querySelectorAll('rect')].map(rect => ({
        x: Number(rect.getAttribute('x')),
        y: Number(rect.getAttribute('y')),
        height: Number(rect.getAttribute('height')),
      })),
    }));
    const drawn = bars.filter(({ parts }) =>
      parts.some(({ height }) => height > 0),
    );
    expect(drawn.map(({ tone }) => tone)).toEqual([
      expect.stringContaining('success'),
      expect.stringContaining('warning'),
      expect.stringContaining('danger'),
    ]);
    const [gold, bronze, none] = drawn.map(({ parts }) =>
      parts.filter(({ height }) => height > 0),
    );
    expect(gold).toHaveLength(2);
    expect(gold[0].height).toBeCloseTo(bronze[0].height);
    expect(gold[0].height + 1).toBeCloseTo(2 * (none[0].height + 1));
    expect(gold[0].y).toBeGreaterThan(bronze[0].y);
    expect(bronze[0].y).toBeGreaterThan(none[0].y);
  });

  it('says how high and when', async () => {
    const { charts } = await renderCharts(days(50, 60, 70));
    const texts = charts.map(chart =>
      [...chart.querySelectorAll('text')].map(({ textContent }) => textContent),
    );
    expect(texts[0]).toEqual(
      expect.arrayContaining([
        'Aug 10, 2026',
        '0\u00a0%',
        '50\u00a0%',
        '100\u00a0%',
      ]),
    );
    expect(texts[1]).toEqual(expect.arrayContaining(['0', '5', '10']));
  });

  it('lets a day be chosen with the pointer', async () => {
    const { charts, slider } = await renderCharts(days(50, 60, 70));
    expect(slider).toHaveValue('2');
    fireEvent.mouseMove(charts[1], { clientX: 100, clientY: 20 });
    await waitFor(() => expect(slider).toHaveValue('0'));
    fireEvent.mouseMove(charts[1], { clientX: 220, clientY: 20 });
    await waitFor(() => expect(slider).toHaveValue('1'));
  });

  it('leaves the keyboard and screen readers to the sliders', async () => {
    const { container, charts } = await renderCharts(days(50, 60));
    expect(await axe(container)).toHaveNoViolations();
    for (const chart of charts) {
      expect(chart.closest('[aria-hidden="true"]')).not.toBeNull();
      expect(chart.querySelectorAll('[tabindex="0"], [role]')).toHaveLength(0);
    }
  });
});
