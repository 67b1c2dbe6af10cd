/**
 * Regions that browsers have a name for but that are no country: pseudo
 * locales, private use, and groups of countries except for the EU.
 */
const NO_COUNTRY = /^(AA|EZ|UN|ZZ|Q[M-Z]|X[A-JL-Z])$/;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A code that stands for itself, unlike one that was replaced by another. */
function isCurrent(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}

/**
 * The ISO 3166 codes of all countries, and EU, as the browser knows them: no
 * list of ours grows old.
 */
export function countryCodes(): string[] {
  const names = new Intl.DisplayNames('en', {
    type: 'region',
    fallback: 'none',
  });
  return letters
    .flatMap(first => letters.map(second => first + second))
    .filter(
      code => !NO_COUNTRY.test(code) && isCurrent(code) && names.of(code),
    );
}
