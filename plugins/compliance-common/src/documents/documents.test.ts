import { iso20000, iso27001 } from '../standards';
import { documentState, nextReviewOn } from './documentState';
import { readDocument } from './readDocument';
import { DocumentState } from './types';

const standards = [iso20000, iso27001];
const title = 'Information security policy';
const kind = 'policy';
const SCRIPT_LINK = ['javascript', 'alert(1)'].join(':');
const clauses = (...numbers: string[]) =>
  numbers.map(clause => ({ standard: 'iso27001-2022', clause }));

describe('readDocument', () => {
  it('reads everything that can be said of a document', () => {
    const values = {
      title,
      kind,
      link: 'https://handbook.example/policy',
      entityRef: 'component:default/handbook',
      owner: 'group:default/security',
      version: '3.1',
      approvedOn: '2026-01-15',
      reviewEvery: 'P1Y',
      clauses: [
        { standard: 'iso20000-1-2018', clause: '8.7.3' },
        { standard: 'iso27001-2022', clause: 'A.5.1' },
      ],
    };
    expect(readDocument(values, standards)).toEqual({ values });
  });

  it('brings texts and refs into their normal form', () => {
    expect(
      readDocument(
        {
          title: ` ${title} `,
          kind,
          owner: 'Security',
          entityRef: 'Component:Handbook',
        },
        standards,
      ),
    ).toEqual({
      values: {
        title,
        kind,
        owner: 'group:default/security',
        entityRef: 'component:default/handbook',
        clauses: [],
      },
    });
  });

  it.each<[values: object, field: string, message: string]>([
    [{ title: ' ' }, 'title', 'expected one line of at most 200 characters'],
    [{ title: undefined }, 'title', 'expected one line of at most 200'],
    [{ title: 'x'.repeat(201) }, 'title', 'expected one line of at most 200'],
    [{ title: 'a\nb' }, 'title', 'expected one line of at most 200'],
    [{ title: 'a\u0000b' }, 'title', 'expected one line of at most 200'],
    [{ title: 7 }, 'title', 'expected one line of at most 200 characters'],
    [
      { kind: 'polisy' },
      'kind',
      "expected one of policy, procedure, plan, record; the nearest is 'policy'",
    ],
    [{ kind: undefined }, 'kind', 'expected one of policy, procedure, plan'],
    [{ kind: 1 }, 'kind', 'expected one of policy, procedure, plan, record'],
    [{ link: SCRIPT_LINK }, 'link', 'expected an http or https address'],
    [{ link: 'https://a.example/\u0000' }, 'link', 'expected an http or https'],
    [{ link: '/wiki' }, 'link', 'expected an http or https address'],
    [{ entityRef: 'handbook' }, 'entityRef', 'expected the ref of an entity'],
    [{ entityRef: 'a:b/c/d' }, 'entityRef', 'expected the ref of an entity'],
    [{ owner: 'component:default/a' }, 'owner', 'expected a user or group'],
    [{ version: 'x'.repeat(51) }, 'version', 'expected one line of at most 50'],
    [{ version: '' }, 'version', 'expected one line of at most 50 characters'],
    [
      { approvedOn: '2026-02-30' },
      'approvedOn',
      'expected an existing date written YYYY-MM-DD',
    ],
    [{ approvedOn: null }, 'approvedOn', 'expected an existing date written'],
    [
      { reviewEvery: 'P0D' },
      'reviewEvery',
      'expected an ISO 8601 duration above zero, such as P1Y',
    ],
    [{ reviewEvery: '1 year' }, 'reviewEvery', 'expected an ISO 8601 duration'],
    [{ clauses: 'A.5.1' }, 'clauses', 'expected a list of clauses'],
    [
      { clauses: [{ standard: 'iso27001', clause: '5.2' }] },
      'clauses.0.standard',
      "expected one of iso20000-1-2018, iso27001-2022; the nearest is 'iso27001-2022'",
    ],
    [
      { clauses: clauses('5.2', 'A.5.11', 'A.5.111') },
      'clauses.2.clause',
      "expected a clause or control of ISO/IEC 27001:2022; the nearest is 'A.5.11'",
    ],
    [
      { clauses: clauses('5.2', 'A.5.1', '5.2') },
      'clauses.2',
      'expected a clause that is not named twice',
    ],
    [
      { clauses: [{ standard: 'iso27001-2022', clause: 5.1 }] },
      'clauses.0.clause',
      "expected the number of a clause in quotes, such as '5.2'",
    ],
    [
      { clauses: [{ ...clauses('5.2')[0], title: 'Policy' }] },
      'clauses.0.title',
      'expected one of standard, clause',
    ],
    [
      { reviewevery: 'P1Y' },
      'reviewevery',
      "expected one of title, kind, link, entityRef, owner, version, approvedOn, reviewEvery, clauses; the nearest is 'reviewEvery'",
    ],
    [{ state: 'current' }, 'state', 'expected one of title, kind, link'],
  ])('refuses %j', (values, field, message) => {
    const reading = readDocument({ title, kind, ...values }, standards);
    const errors = 'errors' in reading ? reading.errors : [];
    expect(
      errors.map(error => ({
        place: [error.field, ...error.path].join('.'),
        message: error.message,
      })),
    ).toEqual([{ place: field, message: expect.stringContaining(message) }]);
  });

  it('takes 200 clauses and no more', () => {
    const all = iso27001.clauses.map(({ id }) => id);
    const numbers = [...all, ...iso20000.clauses.map(({ id }) => `x${id}`)];
    const reading = (count: number) =>
      readDocument(
        { title, kind, clauses: clauses(...numbers.slice(0, count)) },
        standards,
      );
    expect(reading(all.length)).toHaveProperty('values');
    expect(reading(201)).toEqual({
      errors: [
        { field: 'clauses', path: [], message: 'expected at most 200 clauses' },
      ],
    });
  });

  it.each([undefined, null, 7, 'policy', []])(
    'refuses %j as a whole',
    input => {
      expect(readDocument(input, standards)).toMatchObject({
        errors: [{ field: '', path: [] }],
      });
    },
  );

  it('reports all errors at once', () => {
    const reading = readDocument({ kind: 'x', link: 'y', more: 1 }, standards);
    expect(
      'errors' in reading && reading.errors.map(({ field }) => field).sort(),
    ).toEqual(['kind', 'link', 'more', 'title']);
  });
});

describe('documentState', () => {
  const yearly = { approvedOn: '2026-01-15', reviewEvery: 'P1Y' };

  it.each<[string, Parameters<typeof documentState>[0], DocumentState]>([
    ['2026-06-01', {}, 'draft'],
    ['2026-06-01', { reviewEvery: 'P1Y' }, 'draft'],
    ['2026-01-14', yearly, 'draft'],
    ['2026-01-15', yearly, 'current'],
    ['2027-01-15', yearly, 'current'],
    ['2027-01-16', yearly, 'overdue'],
    ['2099-01-01', { approvedOn: '2026-01-15' }, 'current'],
  ])('on %s, of %j is %s', (today, document, state) => {
    expect(documentState(document, today)).toBe(state);
  });

  it.each([
    [yearly, '2027-01-15'],
    [{ approvedOn: '2026-01-31', reviewEvery: 'P1M' }, '2026-02-28'],
    [{ approvedOn: '2026-01-31' }, undefined],
    [{ reviewEvery: 'P1Y' }, undefined],
  ])('is reviewed next, with %j, on %s', (document, day) => {
    expect(nextReviewOn(document)).toBe(day);
  });
});
