import { readClausesQuery, writeClausesQuery } from './clausesQuery';

const read = (search: string) => readClausesQuery(new URLSearchParams(search));
const write = (search: string) =>
  Object.fromEntries(writeClausesQuery(read(search), new URLSearchParams()));

describe('the address of the clauses', () => {
  it('says arrangement, open clause and which services', () => {
    const search =
      'arrangement=integrated&clause=iso27001-2022%3AA.5.30&owner=group%3Adefault%2Fcards&serviceTier=tier-1';
    expect(read(search)).toMatchObject({
      arrangement: 'integrated',
      opened: { standard: 'iso27001-2022', clause: 'A.5.30' },
      filters: { owner: ['group:default/cards'], serviceTier: ['tier-1'] },
    });
    expect(write(search)).toEqual(
      Object.fromEntries(new URLSearchParams(search)),
    );
  });

  it('shows a clause where its standard is, unless the address says where', () => {
    const arrangementIn = (address: string) =>
      readClausesQuery(new URLSearchParams(address)).arrangement;
    expect(arrangementIn('clause=iso27001-2022:A.5.30')).toBe('iso27001-2022');
    expect(
      arrangementIn('clause=iso27001-2022:A.5.30&arrangement=integrated'),
    ).toBe('integrated');
  });

  it.each([['clause=8.7.2'], ['clause=:8.7.2'], ['arrangement=']])(
    'ignores %j',
    search => {
      expect(read(search)).toMatchObject({
        arrangement: undefined,
        opened: undefined,
      });
      expect(write(search)).toEqual({});
    },
  );

  it('keeps what others say', () => {
    expect(
      writeClausesQuery(
        read(''),
        new URLSearchParams('other=1&clause=a:1&arrangement=b'),
      ).toString(),
    ).toBe('other=1');
  });
});
