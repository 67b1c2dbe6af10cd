import { addDuration } from '@service-compliance/backstage-plugin-compliance-common';
import { fail, Judgement, pass } from './builtIn';
import { inWords } from './words';

/** The day after a date, both `YYYY-MM-DD`. */
export const dayAfter = (date: string): string => addDuration(date, 'P1D');

/** The first of some dates. */
export function earliest(
  dates: readonly (string | undefined)[],
): string | undefined {
  return dates.filter(date => date !== undefined).sort()[0];
}

/**
 * Judges whether something that must be repeated was done recently enough. It
 * still is on the last day of the interval, and dates in the future are no
 * evidence.
 *
 * @param options.what - beginning of the finding, such as "It was reviewed"
 */
export function judgeRecency(options: {
  what: string;
  on: string;
  every: string;
  today: string;
}): Judgement {
  const { what, on, every, today } = options;
  if (on > today) {
    return fail(`${what} on ${on}, which lies in the future.`, on);
  }
  const lastDay = addDuration(on, every);
  return today <= lastDay
    ? pass(`${what} on ${on}.`, dayAfter(lastDay))
    : fail(`${what} on ${on}, more than ${inWords(every)} ago.`);
}
