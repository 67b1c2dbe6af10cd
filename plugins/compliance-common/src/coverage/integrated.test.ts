import { iso20000, iso20000ToIso27001, iso27001 } from '../standards';
import {
  crosswalkOf,
  security,
  services,
  supports,
} from './__testUtils__/standards';
import { coverageUnits } from './coverageUnits';
import { integratedArrangement, IntegratedRow } from './integrated';

const textOf = ({ clauses }: IntegratedRow) =>
  clauses.map(side => side.map(({ clause }) => clause).join(' ')).join(' | ');

const arrange = (checks: ReturnType<typeof supports>[] = []) =>
  integratedArrangement({
    standards: [iso20000, iso27001],
    crosswalks: [iso20000ToIso27001],
    units: coverageUnits({
      standards: [iso20000, iso27001],
      crosswalks: [iso20000ToIso27001],
      checks,
    }),
  });

describe('integratedArrangement', () => {
  it('puts the shared management system side by side', () => {
    expect(arrange().shared.map(textOf)).toEqual([
      '4.1 | 4.1',
      '4.2 | 4.2',
      '4.3 | 4.3',
      '4.4 | 4.4',
      '5.1 | 5.1',
      '5.2 5.2.1 5.2.2 | 5.2',
      '5.3 | 5.3',
      '6.1 | 6.1 6.1.1 6.1.2',
      // 6.3 plans the service management system, not changes.
      '6.2 6.2.1 6.2.2 6.3 8.1 | 6.2 8.1',
      '7.1 | 7.1',
      '7.2 | 7.2',
      '7.3 | 7.3',
      '7.4 | 7.4',
      '7.5 | 7.5',
      '7.5.1 | 7.5.1',
      '7.5.2 | 7.5.2',
      '7.5.3 | 7.5.3',
      '9.1 | 9.1',
      '9.2 | 9.2',
      '9.3 | 9.3',
      '10.1 | 10.2',
      '10.2 | 10.1',
    ]);
  });

  it('groups what services do by theme', () => {
    const { themes } = arrange();
    expect(themes.map(({ theme }) => theme)).toEqual([
      'incident',
      'problem',
      'request',
      'change',
      'release',
      'design-transition',
      'supplier',
      'continuity',
      'availability',
      'capacity',
      'asset',
      'configuration',
      'information-security',
      'service-level',
      'service-planning',
      'relationship',
      'knowledge',
      'reporting',
    ]);
    expect(textOf(themes[0])).toBe(
      '8.6.1 | A.5.24 A.5.25 A.5.26 A.5.27 A.5.28 A.6.8',
    );
  });

  it('has every relation and every clause of both standards', () => {
    const { shared, themes, unrelated } = arrange();
    const rows = [...shared, ...themes];
    for (const { source, target } of iso20000ToIso27001.relations) {
      expect(
        rows.some(
          ({ clauses: [left, right] }) =>
            left.some(({ clause }) => clause === source) &&
            right.some(({ clause }) => clause === target),
        ),
      ).toBe(true);
    }
    [iso20000, iso27001].forEach(({ clauses }, side) => {
      const related = rows.flatMap(row =>
        row.clauses[side].flatMap(({ units }) => units),
      );
      expect(unrelated[side].filter(id => related.includes(id))).toEqual([]);
      expect(new Set([...related, ...unrelated[side]])).toEqual(
        new Set(clauses.filter(({ unit }) => unit).map(({ id }) => id)),
      );
    });
    expect(unrelated[0]).toContain('8.2.1');
    expect(unrelated[1]).toContain('A.5.2');
  });

  it('tells the checks that are evidence on both sides', () => {
    const { themes } = arrange([
      supports('both', 'iso20000-1-2018 8.6.1', 'iso27001-2022 A.5.24'),
      supports('left', 'iso20000-1-2018 8.6.1'),
      supports('right', 'iso27001-2022 A.5.24'),
      supports('elsewhere', 'iso20000-1-2018 8.6.1', 'iso27001-2022 A.8.13'),
    ]);
    expect(
      themes.flatMap(({ theme, checks }) => checks.map(id => [theme, id])),
    ).toEqual([['incident', 'both']]);
  });

  it('tells which clauses headings and details stand for', () => {
    const crosswalk = crosswalkOf(
      [security, services],
      ['A.1.1 intersects-with 1.1', 'asset'],
      ['2 intersects-with 1.1.1.1', 'incident'],
      ['1 equal-to 3', 'shared-management-system'],
    );
    const arrangement = integratedArrangement({
      // The other way round than the crosswalk.
      standards: [services, security],
      crosswalks: [crosswalk],
      units: [],
    });
    expect(arrangement).toEqual({
      shared: [
        {
          clauses: [
            [{ clause: '3', units: ['3'] }],
            [{ clause: '1', units: ['1'] }],
          ],
          checks: [],
        },
      ],
      themes: [
        {
          theme: 'incident',
          clauses: [
            [{ clause: '1.1.1.1', units: ['1.1.1'] }],
            [{ clause: '2', units: ['2'] }],
          ],
          checks: [],
        },
        {
          theme: 'asset',
          clauses: [
            [{ clause: '1.1', units: ['1.1.1', '1.1.2'] }],
            [{ clause: 'A.1.1', units: ['A.1.1'] }],
          ],
          checks: [],
        },
      ],
      unrelated: [['2'], ['A.1.2', 'A.1.3']],
    });
  });

  it('shows standards that nothing relates as they are', () => {
    expect(
      integratedArrangement({
        standards: [services, security],
        crosswalks: [iso20000ToIso27001],
        units: [],
      }),
    ).toEqual({
      shared: [],
      themes: [],
      unrelated: [
        ['1.1.1', '1.1.2', '2', '3'],
        ['1', '2', 'A.1.1', 'A.1.2', 'A.1.3'],
      ],
    });
  });
});
