/*
 * Which checks have an open finding, a bit for each in the order of the rules:
 * as text so short that totals can go through those of the whole estate.
 */

/** Bits in a hexadecimal digit. */
const BITS = 4;

const widthOf = (checks: readonly unknown[]) => Math.ceil(checks.length / BITS);

/** @param checks - all checks of the rules */
export function writeOpenChecks(
  checks: readonly { id: string }[],
  isOpen: (checkId: string) => boolean,
): string {
  const digits = new Array<number>(widthOf(checks)).fill(0);
  checks.forEach(({ id }, index) => {
    if (isOpen(id)) {
      digits[Math.floor(index / BITS)] += 2 ** (index % BITS);
    }
  });
  return digits.map(digit => digit.toString(16)).join('');
}

/**
 * In how many of the texts each check has an open finding, in the order of the
 * checks.
 *
 * @param texts - one after another, all written for the same checks
 */
export function countOpenChecks(
  checks: readonly unknown[],
  texts: string,
): number[] {
  const width = widthOf(checks);
  const counts = new Array<number>(width * BITS).fill(0);
  for (let at = 0; at < texts.length; at++) {
    let digit = parseInt(texts[at], 16);
    for (let index = (at % width) * BITS; digit > 0; index++) {
      counts[index] += digit % 2;
      digit = Math.floor(digit / 2);
    }
  }
  return counts.slice(0, checks.length);
}
