import { DateTime } from 'luxon';

const SOON_DAYS = 30;

/** Whether a day is over, comes within 30 days or later. */
export type Nearness = 'past' | 'soon' | 'later';

/**
 * How near a date is from a day, which is not over yet.
 *
 * @param date - ISO 8601 date, as is `day`
 */
export function nearnessOf(date: string, day: string): Nearness {
  if (date < day) {
    return 'past';
  }
  const soon = DateTime.fromISO(day, { zone: 'utc' }).plus({
    days: SOON_DAYS,
  });
  return date <= soon.toISODate()! ? 'soon' : 'later';
}

/** Today as an ISO 8601 date, in UTC as in the backend. */
export function today(): string {
  return DateTime.utc().toISODate();
}
