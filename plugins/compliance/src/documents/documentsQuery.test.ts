import { DocumentsQuery, readQuery, writeQuery } from './documentsQuery';

const read = (text: string) => readQuery(new URLSearchParams(text));
const write = (query: DocumentsQuery, current = '') =>
  writeQuery(query, new URLSearchParams(current)).toString();

describe('documentsQuery', () => {
  it('says nothing of the default', () => {
    expect(write(read(''))).toBe('');
  });

  it.each([
    'q=audit',
    'kind=policy&kind=plan',
    'state=overdue&state=draft',
    'owner=unset&owner=group%3Adefault%2Fsecurity',
    'standard=iso20000-1-2018',
    'clause=iso27001-2022%3AA.5.1',
    'due=30',
    'shared=true',
    'sort=nextReviewOn&direction=desc',
    'document=security-policy',
  ])('reads what it writes: %s', text => {
    expect(write(read(text))).toBe(text);
  });

  it('ignores what it does not know', () => {
    expect(
      read(
        'kind=letter&state=lost&clause=5.2&due=7&shared=1&sort=id&direction=up',
      ),
    ).toEqual(read(''));
  });

  it('keeps what others say', () => {
    expect(write(read('kind=plan'), 'theirs=1&q=old')).toBe(
      'theirs=1&kind=plan',
    );
  });
});
