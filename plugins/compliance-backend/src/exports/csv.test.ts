import { csvLine } from './csv';
import { serviceColumns } from './serviceColumns';

describe('csvLine', () => {
  it.each([
    ['texts and numbers', ['a', 1, -2.5], 'a,1,-2.5'],
    ['what is unset', [undefined, '', 'a'], ',,a'],
    ['commas', ['a, b'], '"a, b"'],
    ['quotes', ['say "no"'], '"say ""no"""'],
    ['line breaks', ['a\r\nb', 'a\nb'], '"a\r\nb","a\nb"'],
    ['all of Unicode', ['Zürich 東京 🚀'], 'Zürich 東京 🚀'],
    ['a formula', ['=1+1'], "'=1+1"],
    ['a formula in quotes', ['=A1&","'], `"'=A1&"","""`],
    ['a plus', ['+1'], "'+1"],
    ['a minus', ['-1'], "'-1"],
    ['an at sign', ['@SUM(A1)'], "'@SUM(A1)"],
    ['a tab', ['\t=1'], "'\t=1"],
    ['a carriage return', ['\r=1'], `"'\r=1"`],
    ['signs elsewhere', ['a=b', 'a@b.example'], 'a=b,a@b.example'],
  ])('writes %s', (_, cells, line) => {
    expect(csvLine(cells)).toBe(`${line}\r\n`);
  });
});

describe('serviceColumns', () => {
  it('have a heading each', () => {
    const headings = serviceColumns.map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
  });
});
