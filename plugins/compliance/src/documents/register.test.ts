import {
  documentsRegister,
  inDays,
  registeredDocument,
  standards,
} from '../__testUtils__';
import { DocumentsFilter, noFilter, OrderField } from './documentsQuery';
import { figuresOf, filterDocuments, sortDocuments } from './register';

const today = inDays(0);
const idsOf = (documents: { id: string }[]) => documents.map(({ id }) => id);

describe('figuresOf', () => {
  it('counts documents by state, review and standards', () => {
    expect(figuresOf(documentsRegister(), today)).toEqual({
      total: 4,
      states: { current: 2, overdue: 1, draft: 1 },
      due: [
        { days: 30, total: 1 },
        { days: 90, total: 1 },
      ],
      shared: 1,
    });
  });

  it.each([
    [30, 1],
    [31, 0],
  ])('counts a review that is due in %s days %s times', (days, total) => {
    const document = registeredDocument(
      {},
      { state: 'current', nextReviewOn: inDays(days) },
    );
    expect(figuresOf([document], today).due[0].total).toBe(total);
  });
});

describe('filterDocuments', () => {
  it.each<[Partial<DocumentsFilter>, string[]]>([
    [
      {},
      [
        'security-policy',
        'continuity-plan',
        'audit-programme',
        'review-minutes',
      ],
    ],
    [{ search: 'POLICY 3.1' }, ['security-policy']],
    [{ search: 'platform' }, ['continuity-plan']],
    [{ search: 'policy platform' }, []],
    [{ kinds: ['plan', 'record'] }, ['continuity-plan', 'review-minutes']],
    [{ states: ['draft'] }, ['audit-programme']],
    [{ owners: ['unset'] }, ['audit-programme', 'review-minutes']],
    [
      { owners: ['unset', 'group:default/platform'] },
      ['continuity-plan', 'audit-programme', 'review-minutes'],
    ],
    [
      { standards: ['iso20000-1-2018'] },
      ['security-policy', 'continuity-plan'],
    ],
    [{ due: 30 }, ['review-minutes']],
    [{ shared: true }, ['security-policy']],
    [
      { clause: { standard: 'iso27001-2022', clause: '9' } },
      ['audit-programme'],
    ],
    [
      { clause: { standard: 'iso27001-2022', clause: '9.2.2' } },
      ['audit-programme'],
    ],
    [{ clause: { standard: 'iso27001-2022', clause: '9.3' } }, []],
    [{ clause: { standard: 'gone', clause: '9.2' } }, []],
  ])('finds by %j', (change, ids) => {
    const found = filterDocuments(
      documentsRegister(),
      { ...noFilter, ...change },
      { standards, today },
    );
    expect(idsOf(found)).toEqual(ids);
  });

  it('finds what names a heading by the clauses below it, and by details', () => {
    const heading = registeredDocument({
      clauses: [{ standard: 'iso20000-1-2018', clause: '8.3' }],
    });
    const find = (clause: string) =>
      filterDocuments(
        [heading],
        { ...noFilter, clause: { standard: 'iso20000-1-2018', clause } },
        { standards, today },
      ).length;
    expect(['8.3.4', '8.3.4.1', '8.4.1'].map(find)).toEqual([1, 1, 0]);
  });
});

describe('sortDocuments', () => {
  it.each<[OrderField, string[]]>([
    [
      'title',
      [
        'continuity-plan',
        'security-policy',
        'audit-programme',
        'review-minutes',
      ],
    ],
    [
      'state',
      [
        'continuity-plan',
        'audit-programme',
        'security-policy',
        'review-minutes',
      ],
    ],
    [
      'nextReviewOn',
      [
        'continuity-plan',
        'review-minutes',
        'security-policy',
        'audit-programme',
      ],
    ],
  ])('sorts by %s', (field, ids) => {
    expect(
      idsOf(sortDocuments(documentsRegister(), { field, direction: 'asc' })),
    ).toEqual(ids);
  });

  it('has what is not set last either way', () => {
    expect(
      idsOf(
        sortDocuments(documentsRegister(), {
          field: 'nextReviewOn',
          direction: 'desc',
        }),
      ),
    ).toEqual([
      'security-policy',
      'review-minutes',
      'continuity-plan',
      'audit-programme',
    ]);
  });
});
