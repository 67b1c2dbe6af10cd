import { fileNameOf } from './fileName';

describe('fileNameOf', () => {
  it.each([
    [null, undefined],
    ['inline', undefined],
    ['attachment; filename="services.csv"', 'services.csv'],
    ['attachment; filename=services.csv', 'services.csv'],
    [
      `attachment; filename="x.csv"; filename*=UTF-8''services%20%C3%BC.csv`,
      'services ü.csv',
    ],
    [`attachment; filename="x.csv"; filename*=UTF-8''%`, 'x.csv'],
  ])('reads %j', (header, name) => {
    expect(fileNameOf(header)).toBe(name);
  });
});
