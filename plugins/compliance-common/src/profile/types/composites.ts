import { z } from 'zod';
import { isDuration } from '../duration';
import { ValueType } from './types';

/**
 * Ratings of confidentiality, integrity and availability, 1 (lowest) to the
 * vocabulary's `ciaMaximum`.
 *
 * @public
 */
export interface CiaRatings {
  confidentiality: number;
  integrity: number;
  availability: number;
}

const CIA = /^C(\d{1,2})[\s,]*I(\d{1,2})[\s,]*A(\d{1,2})$/i;

/** Confidentiality, integrity and availability, written `C3 I3 A4`. */
export const ratingsType: ValueType<CiaRatings> = {
  input: 'ratings',
  parse(text, vocabulary) {
    const max = vocabulary.ciaMaximum;
    const expected = ratingsType.describe(vocabulary);
    const numbers = text.match(CIA)?.slice(1).map(Number);
    if (!numbers) {
      return { expected };
    }
    const [confidentiality, integrity, availability] = numbers.map(number =>
      Math.min(Math.max(number, 1), max),
    );
    const value = { confidentiality, integrity, availability };
    return numbers.every(number => number >= 1 && number <= max)
      ? { value }
      : { expected, nearest: ratingsType.format(value) };
  },
  format: ({ confidentiality: c, integrity: i, availability: a }) =>
    `C${c} I${i} A${a}`,
  schema(vocabulary) {
    const rating = z.int().min(1).max(vocabulary.ciaMaximum);
    return z.strictObject({
      confidentiality: rating,
      integrity: rating,
      availability: rating,
    });
  },
  describe: ({ ciaMaximum }) =>
    `confidentiality, integrity and availability from 1 to ${ciaMaximum}, such as C3 I3 A4`,
};

/**
 * A time target per priority, ISO 8601 durations.
 *
 * @public
 */
export interface PriorityTargets {
  p1?: string;
  p2?: string;
  p3?: string;
  p4?: string;
}

const PRIORITIES = ['p1', 'p2', 'p3', 'p4'] as const;
const TARGETS =
  'ISO 8601 durations per priority, such as P1=PT15M P2=PT1H P3=PT4H P4=P1D';

/** Time targets per priority, written `P1=PT15M P2=PT1H`. */
export const targetsType: ValueType<PriorityTargets> = {
  input: 'targets',
  parse(text) {
    const value: PriorityTargets = {};
    for (const part of text.split(/[\s,]+/)) {
      const match = part.match(/^(P[1-4])=(P.+)$/i);
      const priority = match?.[1].toLowerCase() as keyof PriorityTargets;
      if (!match || !isDuration(match[2]) || value[priority]) {
        return { expected: TARGETS };
      }
      value[priority] = match[2];
    }
    return { value };
  },
  format: value =>
    PRIORITIES.filter(priority => value[priority])
      .map(priority => `${priority.toUpperCase()}=${value[priority]}`)
      .join(' '),
  schema() {
    const target = z
      .string()
      .refine(isDuration, { error: 'expected an ISO 8601 duration' })
      .optional();
    return z
      .strictObject({ p1: target, p2: target, p3: target, p4: target })
      .refine(value => Object.values(value).some(Boolean), {
        error: `expected ${TARGETS}`,
      });
  },
  describe: () => TARGETS,
};
