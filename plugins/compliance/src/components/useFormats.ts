import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import {
  formatDuration,
  isDuration,
} from '@service-compliance/backstage-plugin-compliance-common';
import { DateTime } from 'luxon';
import { useMemo } from 'react';

/** Writes values as the reader is used to; what cannot be read stays as it is. */
export interface Formats {
  /** An ISO 8601 date, e.g. `31 Mar 2026`. */
  date(value: string): string;
  /** An ISO 8601 timestamp with time and zone. */
  timestamp(value: string): string;
  /** An ISO 8601 timestamp as its distance from now, e.g. `2 minutes ago`. */
  relative(value: string): string;
  /** An ISO 8601 date as its distance from today, e.g. `in 8 days`. */
  relativeDate(value: string): string;
  /** An ISO 8601 duration in words, e.g. `4 hours`. */
  duration(value: string): string;
  /** A number with at most three decimals. */
  number(value: number): string;
  /** An ISO 3166 country code with the name of the country. */
  country(code: string): string;
}

/** The language of the app in the variant that the browser prefers. */
function preferredLocale(language: string): string {
  return (
    navigator.languages.find(
      locale => locale === language || locale.startsWith(`${language}-`),
    ) ?? language
  );
}

function formatsOf(locale: string): Formats {
  const parse = (value: string, zone?: string) =>
    DateTime.fromISO(value, zone ? { zone } : {}).setLocale(locale);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const countries = new Intl.DisplayNames(locale, {
    type: 'region',
    fallback: 'none',
  });
  return {
    date(value) {
      const date = parse(value, 'utc');
      return date.isValid ? date.toLocaleString(DateTime.DATE_MED) : value;
    },
    timestamp(value) {
      const date = parse(value);
      return date.isValid ? date.toLocaleString(DateTime.DATETIME_FULL) : value;
    },
    relative(value) {
      return parse(value).toRelative() ?? value;
    },
    relativeDate(value) {
      const date = parse(value, 'utc');
      return date.toRelativeCalendar({ unit: 'days' }) ?? value;
    },
    duration(value) {
      return isDuration(value) ? formatDuration(value, locale) : value;
    },
    number: value => numbers.format(value),
    country(code) {
      const name = /^[A-Z]{2}$/.test(code) ? countries.of(code) : undefined;
      return name ? `${name} (${code})` : code;
    },
  };
}

/** Formats in the language of the app. */
export function useFormats(): Formats {
  const language = useApiHolder()
    .get(appLanguageApiRef)
    ?.getLanguage().language;
  return useMemo(
    () => formatsOf(preferredLocale(language ?? 'en')),
    [language],
  );
}
