/*
 * Writes Markdown as the formatter of this repository leaves it, so that the
 * generated pages can be compared with the committed ones.
 */

const GENERATED =
  '<!-- Written by `npm run docs` from the code; changes made here are lost. -->';

/** A page of blocks. */
export function page(title: string, ...blocks: string[]): string {
  return `${[`# ${title}`, GENERATED, ...blocks].join('\n\n')}\n`;
}

export function heading(level: 2 | 3, text: string): string {
  return `${'#'.repeat(level)} ${text}`;
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Some texts in a code font, separated by commas. */
export function codes(texts: readonly string[]): string {
  return texts.map(code).join(', ');
}

export function codeBlock(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

/** What stands in straight quotes would be read as markup if it has brackets. */
export function quotesAsCode(text: string): string {
  return text.replace(/"([^"]*)"/g, (_match, quoted) => code(quoted));
}

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

/** A table with columns of equal width. */
export function table(headers: string[], rows: string[][]): string {
  const lines = [headers, ...rows].map(cells =>
    cells.map(cell => cell.replace(/\|/g, '\\|')),
  );
  const widths = headers.map((_header, column) =>
    Math.max(3, ...lines.map(cells => cells[column].length)),
  );
  const [first, ...others] = lines.map(cells =>
    row(cells.map((cell, column) => cell.padEnd(widths[column]))),
  );
  return [first, row(widths.map(width => '-'.repeat(width))), ...others].join(
    '\n',
  );
}
