import {
  isFiltered,
  noFilter,
  readApplicabilityQuery,
  writeApplicabilityQuery,
} from './applicabilityQuery';

const read = (search: string) =>
  readApplicabilityQuery(new URLSearchParams(search));
const write = (search: string, current = '') =>
  writeApplicabilityQuery(
    read(search),
    new URLSearchParams(current),
  ).toString();

describe('the address of the Applicability tab', () => {
  it.each([
    [''],
    ['standard=iso27001-2022&version=2&edit=A.5.1'],
    ['from=1&to=draft'],
    ['from=draft&to=2'],
    [
      'q=back+up&applicable=yes&applicable=undecided&implementation=planned&implementation=unset&owner=group%3Adefault%2Fit&owner=unset&only=disagreements',
    ],
    ['only=handled'],
  ])('says %j', search => {
    expect(write(search)).toBe(search);
  });

  it.each([
    ['version=draft'],
    ['version=0'],
    ['version=x'],
    ['from=1'],
    ['from=1&to=0'],
    ['applicable=maybe'],
    ['implementation=done'],
    ['only=me'],
    ['owner='],
  ])('ignores %j', search => {
    expect(read(search)).toEqual(read(''));
  });

  it('keeps what others say and removes what is not so any more', () => {
    expect(write('', 'print=statement&q=old&owner=a&version=3')).toBe(
      'print=statement',
    );
  });

  it.each([
    ['version=2&edit=A.5.1', false],
    ['q=+', false],
    ['q=a', true],
    ['applicable=no', true],
    ['implementation=unset', true],
    ['owner=unset', true],
    ['only=handled', true],
  ])('%s narrows: %s', (search, expected) => {
    expect(isFiltered(read(search))).toBe(expected);
    expect(isFiltered({ ...read(search), ...noFilter })).toBe(false);
  });
});
