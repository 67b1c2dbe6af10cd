import { DateTime, Duration } from 'luxon';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Whether a text is an existing calendar date written as `YYYY-MM-DD`.
 *
 * @public
 */
export function isDate(text: string): boolean {
  if (!ISO_DATE.test(text)) {
    return false;
  }
  // Asked for every date of every entity, so without luxon, which is slow. The
  // 31st of June may be read as the 1st of July.
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const isWritable = (date: DateTime) =>
  date.isValid && date.year >= 1 && date.year <= 9999;

/**
 * The date that a duration after another date falls on, both `YYYY-MM-DD`.
 * Calendar units are calendar units: one month after 31 January is the end of
 * February. What lies beyond 9999-12-31 is that day.
 *
 * @public
 */
export function addDuration(date: string, duration: string): string {
  const sum = DateTime.fromISO(date, { zone: 'utc' }).plus(
    Duration.fromISO(duration),
  );
  return isWritable(sum) ? sum.toISODate()! : '9999-12-31';
}

/**
 * The date that lies a duration before another date, both `YYYY-MM-DD`. What
 * lies before 0001-01-01 is that day.
 *
 * @public
 */
export function subtractDuration(date: string, duration: string): string {
  const difference = DateTime.fromISO(date, { zone: 'utc' }).minus(
    Duration.fromISO(duration),
  );
  return isWritable(difference) ? difference.toISODate()! : '0001-01-01';
}

/**
 * The existing date closest to what was probably meant: `31/02/2026` and
 * `2026-02-31` become `2026-02-28`, `1.3.2026` becomes `2026-03-01`. The day
 * comes first where the order is ambiguous.
 *
 * @public
 */
export function suggestDate(text: string): string | undefined {
  const parts = text.trim().match(/^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})/);
  if (!parts) {
    return undefined;
  }
  const [first, second, third] = parts.slice(1).map(Number);
  const [year, day] = first > 31 ? [first, third] : [third, first];
  const month = Math.min(Math.max(second, 1), 12);
  const start = DateTime.fromObject({ year, month }, { zone: 'utc' });
  if (!start.isValid || year < 1000) {
    return undefined;
  }
  const lastDay = start.daysInMonth!;
  return start.set({ day: Math.min(Math.max(day, 1), lastDay) }).toISODate()!;
}
