import { iso20000, iso20000ToIso27001, iso27001 } from '../standards';
import {
  crosswalkOf,
  privacy,
  security,
  services,
  supports,
} from './__testUtils__/standards';
import { coverageUnits } from './coverageUnits';

const unitsWith = (
  checks: ReturnType<typeof supports>[],
  ...crosswalks: ReturnType<typeof crosswalkOf>[]
) => {
  const units = coverageUnits({
    standards: [services, security, privacy],
    crosswalks,
    checks,
  });
  return (text: string) =>
    units.find(({ standard, clause }) => text === `${standard} ${clause}`);
};
const waysTo = (unit?: {
  indications: {
    path: { standard: string; clause: string }[];
    atMost: string;
  }[];
}) =>
  unit?.indications.map(({ path, atMost }) => [
    ...path.map(({ standard, clause }) => `${standard} ${clause}`),
    atMost,
  ]);

describe('coverageUnits', () => {
  it('has the lowest clauses down to the third level, in their order', () => {
    const units = coverageUnits({
      standards: [services, security],
      crosswalks: [],
      checks: [],
    });
    expect(
      units.map(({ standard, clause }) => `${standard} ${clause}`),
    ).toEqual([
      'services 1.1.1',
      'services 1.1.2',
      'services 2',
      'services 3',
      'security 1',
      'security 2',
      'security A.1.1',
      'security A.1.2',
      'security A.1.3',
    ]);
  });

  it.each([
    ['the clause', 'services 1.1.1', ['services 1.1.1']],
    ['a part of it', 'services 1.1.1.1', ['services 1.1.1']],
    ['a heading', 'services 1', ['services 1.1.1', 'services 1.1.2']],
    ['what no standard has', 'services 9', []],
  ])('finds what is supported by a check of %s', (_, clause, supported) => {
    const find = unitsWith([supports('check', clause)]);
    for (const unit of ['services 1.1.1', 'services 1.1.2', 'security A.1.1']) {
      expect(find(unit)?.checks).toEqual(
        supported.includes(unit) ? ['check'] : [],
      );
    }
  });

  it('names a check once, however often it supports a clause', () => {
    const find = unitsWith([
      supports('check', 'services 1', 'services 1.1.1', 'services 1.1.1.1'),
    ]);
    expect(find('services 1.1.1')?.checks).toEqual(['check']);
  });

  it('leaves to the organisation what no check is evidence for', () => {
    const find = unitsWith([supports('check', 'services 3')]);
    expect(find('services 3')?.evidence).toBe('service');
    expect(find('services 2')?.evidence).toBe('service');
    expect(find('security 1')?.evidence).toBe('organisation');
  });

  it.each([
    ['equal-to', 'covered', 'covered'],
    ['equivalent-to', 'covered', 'covered'],
    ['subset-of', 'covered', 'partial'],
    ['superset-of', 'partial', 'covered'],
    ['intersects-with', 'partial', 'partial'],
  ])('knows how much %s indicates', (relationship, forSource, forTarget) => {
    const crosswalk = crosswalkOf(
      [services, security],
      `2 ${relationship} A.1.2`,
    );
    const fromTarget = unitsWith([supports('x', 'security A.1.2')], crosswalk);
    expect(waysTo(fromTarget('services 2'))).toEqual([
      ['security A.1.2', forSource],
    ]);
    const fromSource = unitsWith([supports('x', 'services 2')], crosswalk);
    expect(waysTo(fromSource('security A.1.2'))).toEqual([
      ['services 2', forTarget],
    ]);
  });

  it('goes on over clauses that no check supports, the weakest link deciding', () => {
    const find = unitsWith(
      [supports('check', 'services 1.1.1')],
      crosswalkOf([services, security], '1.1.1 equal-to A.1.1'),
      crosswalkOf([privacy, security], '1 intersects-with A.1.1'),
    );
    expect(waysTo(find('security A.1.1'))).toEqual([
      ['services 1.1.1', 'covered'],
    ]);
    expect(waysTo(find('privacy 1'))).toEqual([
      ['security A.1.1', 'services 1.1.1', 'partial'],
    ]);
  });

  it('goes no further than to a clause that checks support', () => {
    const find = unitsWith(
      [supports('a', 'services 1.1.1'), supports('b', 'security A.1.1')],
      crosswalkOf([services, security], '1.1.1 equal-to A.1.1'),
      crosswalkOf([privacy, security], '1 equal-to A.1.1'),
    );
    expect(waysTo(find('privacy 1'))).toEqual([['security A.1.1', 'covered']]);
  });

  it('keeps the longer way where it is stronger', () => {
    const find = unitsWith(
      [supports('check', 'services 1.1.1')],
      crosswalkOf([services, security], '1.1.1 equal-to A.1.1'),
      crosswalkOf([privacy, security], '1 equal-to A.1.1'),
      crosswalkOf([privacy, services], '1 intersects-with 1.1.1'),
    );
    expect(waysTo(find('privacy 1'))).toEqual([
      ['security A.1.1', 'services 1.1.1', 'covered'],
    ]);
  });

  it('ends where relations go in a circle', () => {
    const find = unitsWith(
      [],
      crosswalkOf([services, security], '2 equal-to 2'),
      crosswalkOf([security, privacy], '2 equal-to 1'),
      crosswalkOf([privacy, services], '1 equal-to 2'),
    );
    expect(waysTo(find('privacy 1'))).toEqual([]);
  });

  it('reads a relation of headings for all below them', () => {
    const find = unitsWith(
      [supports('check', 'security A.1.2')],
      crosswalkOf([services, security], '1 equal-to A.1.2'),
    );
    for (const unit of ['services 1.1.1', 'services 1.1.2']) {
      expect(waysTo(find(unit))).toEqual([['security A.1.2', 'covered']]);
    }
  });

  it('tells the shorter ways before the longer ones', () => {
    const units = coverageUnits({
      standards: [iso20000, iso27001],
      crosswalks: [iso20000ToIso27001],
      checks: [supports('check', 'iso27001-2022 A.5.29')],
    });
    const continuity = units.find(({ clause }) => clause === '8.7.2');
    expect(waysTo(continuity)).toEqual([['iso27001-2022 A.5.29', 'partial']]);
    // Relations between clauses of one standard are not made up.
    const readiness = units.find(({ clause }) => clause === 'A.5.30');
    expect(waysTo(readiness)).toEqual([]);
  });
});
