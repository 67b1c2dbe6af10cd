/** What a cell of a table holds. */
export type Cell = string | number | undefined;

/** A byte order mark; without it, Excel takes UTF-8 for something else. */
export const BOM = '\ufeff';

/** Spreadsheets take what starts like this for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A line of a CSV file as in RFC 4180. Text that spreadsheets would execute is
 * put behind an apostrophe; numbers stay numbers.
 */
export function csvLine(cells: Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') {
    return cell === undefined ? '' : String(cell);
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
