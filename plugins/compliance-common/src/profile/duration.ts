import { Duration } from 'luxon';

const ISO_DURATION =
  /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(?:T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;

// Calendar units have no fixed length. For comparing objectives a month counts
// as 30 days and a year as 365.
const DAY = 24 * 60 * 60 * 1000;
const UNIT_MILLIS = [
  365 * DAY,
  30 * DAY,
  7 * DAY,
  DAY,
  3_600_000,
  60_000,
  1000,
];

const UNITS: Record<string, string> = {
  s: 'S',
  sec: 'S',
  second: 'S',
  min: 'M',
  minute: 'M',
  h: 'H',
  hr: 'H',
  hour: 'H',
  d: 'D',
  day: 'D',
  w: 'W',
  wk: 'W',
  week: 'W',
  mo: 'MO',
  month: 'MO',
  y: 'Y',
  yr: 'Y',
  year: 'Y',
};

/**
 * Whether a text is an ISO 8601 duration of whole units, such as `PT4H`.
 *
 * @public
 */
export function isDuration(text: string): boolean {
  return ISO_DURATION.test(text);
}

/**
 * Length of an ISO 8601 duration in milliseconds.
 *
 * @throws RangeError when the text is not an ISO 8601 duration.
 * @public
 */
export function durationToMillis(text: string): number {
  const amounts = ISO_DURATION.exec(text)?.slice(1);
  if (!amounts) {
    throw new RangeError(`'${text}' is not an ISO 8601 duration`);
  }
  return UNIT_MILLIS.reduce(
    (sum, millis, index) => sum + millis * parseInt(amounts[index] ?? '0', 10),
    0,
  );
}

/**
 * Compares two ISO 8601 durations: negative when the first is shorter.
 *
 * @throws RangeError when one is not an ISO 8601 duration.
 * @public
 */
export function compareDurations(a: string, b: string): number {
  return durationToMillis(a) - durationToMillis(b);
}

/**
 * A duration in words, e.g. `PT4H` as `4 hours`.
 *
 * @param locale - BCP 47 language tag, English by default.
 * @throws RangeError when the text is not an ISO 8601 duration.
 * @public
 */
export function formatDuration(text: string, locale = 'en'): string {
  if (!isDuration(text)) {
    throw new RangeError(`'${text}' is not an ISO 8601 duration`);
  }
  return Duration.fromISO(text).reconfigure({ locale }).toHuman();
}

/**
 * Turns what people write (`4h`, `4 hours`, `1 day`, `pt4h`) into an ISO 8601
 * duration, or returns undefined when it is no duration at all.
 *
 * @public
 */
export function suggestDuration(text: string): string | undefined {
  const compact = text.trim().toUpperCase();
  if (isDuration(compact)) {
    return compact;
  }
  const parts = text
    .trim()
    .toLowerCase()
    .match(/^(\d+\s*[a-z]+[\s,]*)+$/)
    ? [...text.toLowerCase().matchAll(/(\d+)\s*([a-z]+)/g)]
    : [];
  const found: Record<string, number> = {};
  for (const [, amount, word] of parts) {
    const unit = UNITS[word] ?? UNITS[word.replace(/s$/, '')];
    if (!unit || found[unit] !== undefined) {
      return undefined;
    }
    found[unit] = Number(amount);
  }
  const pick = (unit: string, letter = unit) =>
    found[unit] === undefined ? '' : `${found[unit]}${letter}`;
  const date = pick('Y') + pick('MO', 'M') + pick('W') + pick('D');
  const time = pick('H') + pick('M') + pick('S');
  const result = `P${date}${time && `T${time}`}`;
  return isDuration(result) ? result : undefined;
}
