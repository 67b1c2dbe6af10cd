import { fewControls, statementResponse } from '../__testUtils__';
import { noFilter, StatementFilter } from './applicabilityQuery';
import { groupRows, matchingRows, statementRows } from './statementRows';

const counts = (covered: number, gap: number) => ({
  ...{ partial: 0, unknown: 0, waived: 0, 'not-applicable': 0 },
  ...{ indicated: 0, organisation: 0, 'not-assessed': 0 },
  covered,
  gap,
});
const coverage = [
  { clause: 'A.5.9', covered: 3, gap: 0 },
  { clause: 'A.5.30', covered: 3, gap: 1 },
].map(({ clause, covered, gap }) => ({
  clause,
  evidence: 'service' as const,
  checks: ['x'],
  counts: counts(covered, gap),
  indications: [],
}));
const { entries } = statementResponse();
const rows = statementRows({ standard: fewControls, entries, coverage });

describe('rows of a statement', () => {
  it('have titles, themes, measurements and disagreements', () => {
    expect(
      rows.map(({ id, title, group, disagreement }) => [
        id,
        title.split(' ')[0],
        group?.id,
        disagreement,
      ]),
    ).toEqual([
      ['A.5.1', 'Policies', 'A.5', undefined],
      ['A.5.9', 'Inventory', 'A.5', 'covered-but-not-implemented'],
      ['A.5.30', 'ICT', 'A.5', 'implemented-but-open'],
      ['A.7.4', 'Physical', 'A.7', undefined],
      ['A.8.30', 'Outsourced', 'A.8', undefined],
    ]);
    expect(rows[1].coverage).toBe(coverage[0]);
  });

  it('are grouped by the topmost clause where there are no themes', () => {
    const [row] = statementRows({
      standard: {
        themes: [],
        clauses: [
          { id: '8', title: 'Operation', parent: undefined },
          { id: '8.2', title: 'Portfolio', parent: '8' },
          { id: '8.2.3', title: 'Parties', parent: '8.2' },
        ].map(clause => ({
          ...clause,
          kind: 'clause' as const,
          evidence: 'service' as const,
          unit: true,
          checks: [],
        })),
      },
      entries: [{ clause: '8.2.3' }],
    });
    expect(row.group).toEqual({ id: '8', title: 'Operation' });
  });

  it('keep what the standard does not have any more, at the end', () => {
    const gone = statementRows({
      standard: fewControls,
      entries: [{ clause: 'A.5.1' }, { clause: 'A.9.9' }],
    });
    expect(groupRows(gone).map(group => [group.id, group.rows[0].id])).toEqual([
      ['A.5', 'A.5.1'],
      ['', 'A.9.9'],
    ]);
  });

  it.each<[Partial<StatementFilter>, string[]]>([
    [{}, ['A.5.1', 'A.5.9', 'A.5.30', 'A.7.4', 'A.8.30']],
    [{ search: ' a.5.30 ' }, ['A.5.30']],
    [{ search: 'physical security' }, ['A.7.4']],
    [{ search: 'developed outside' }, ['A.8.30']],
    [{ search: 'security nothing' }, []],
    [{ decisions: ['undecided', 'no'] }, ['A.7.4', 'A.8.30']],
    [{ implementations: ['implemented'] }, ['A.5.1', 'A.5.30']],
    [{ implementations: ['unset'], decisions: ['no'] }, ['A.8.30']],
    [{ owners: ['group:default/security'] }, ['A.5.1']],
    [{ owners: ['unset'], decisions: ['undecided'] }, ['A.7.4']],
    [{ only: 'disagreements' }, ['A.5.9', 'A.5.30']],
    [{ only: 'handled' }, []],
  ])('%j lets through %j', (filter, expected) => {
    expect(
      matchingRows(rows, { ...noFilter, ...filter }).map(({ id }) => id),
    ).toEqual(expected);
  });
});
