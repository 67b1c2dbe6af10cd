import { performance } from 'node:perf_hooks';

/** How long something takes, in milliseconds. */
export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** How long each of many runs takes, in milliseconds. */
export async function timesOf(
  runs: number,
  run: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    times.push(await timed(() => run(index)));
  }
  return times;
}

const sorted = (values: number[]) => [...values].sort((a, b) => a - b);

/** What half of the values are not above. */
export function median(values: number[]): number {
  return sorted(values)[Math.ceil(values.length / 2) - 1];
}

/** What 95 of 100 values are not above. */
export function percentile95(values: number[]): number {
  return sorted(values)[Math.ceil(values.length * 0.95) - 1];
}
