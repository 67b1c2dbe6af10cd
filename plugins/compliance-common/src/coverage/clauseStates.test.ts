import {
  crosswalkOf,
  privacy,
  security,
  services,
  supports,
} from './__testUtils__/standards';
import { clauseStates } from './clauseStates';
import { coverageUnits } from './coverageUnits';
import { EvidenceState } from './types';

const units = coverageUnits({
  standards: [services, security, privacy],
  crosswalks: [
    crosswalkOf(
      [services, security],
      '1.1.1 intersects-with A.1.1',
      '1.1.2 superset-of A.1.1',
      '2 subset-of A.1.2',
      '3 equal-to 1',
    ),
    crosswalkOf([privacy, security], '1 equal-to A.1.1'),
  ],
  checks: [
    supports('incidents', 'services 1.1.1'),
    supports('changes', 'services 1.1.2'),
    supports('disruption', 'security A.1.2'),
  ],
});

/** How a clause stands when these clauses are evidenced directly. */
function standingOf(
  clause: string,
  direct: Record<string, EvidenceState> = {},
  ...excluded: string[]
) {
  const refs = excluded.map(text => {
    const [standard, id] = text.split(' ');
    return { standard, clause: id };
  });
  const standings = clauseStates({
    units,
    direct: ref => direct[`${ref.standard} ${ref.clause}`],
    excluded: refs,
  });
  return standings[
    units.findIndex(unit => `${unit.standard} ${unit.clause}` === clause)
  ];
}

describe('clauseStates', () => {
  it('says what checks say', () => {
    expect(standingOf('services 1.1.1', { 'services 1.1.1': 'gap' })).toEqual({
      state: 'gap',
    });
  });

  it('says what is left to the organisation, and what no check looks at', () => {
    expect(standingOf('services 3').state).toBe('organisation');
    expect(standingOf('services 2').state).toBe('not-assessed');
    // A check is evidence for it, but does not apply to this service.
    expect(standingOf('services 1.1.1').state).toBe('not-assessed');
  });

  it.each<[EvidenceState, object]>([
    ['covered', { state: 'indicated', indicated: 'covered' }],
    ['partial', { state: 'indicated', indicated: 'partial' }],
    ['waived', { state: 'indicated', indicated: 'partial' }],
    ['gap', { state: 'not-assessed' }],
    ['unknown', { state: 'not-assessed' }],
    ['not-applicable', { state: 'not-assessed' }],
  ])('sees what a related clause that is %s indicates', (state, expected) => {
    const standing = standingOf('services 2', { 'security A.1.2': state });
    expect({ ...standing, indicated: standing.indicated?.state }).toEqual(
      expected,
    );
  });

  it('never indicates more than the relation allows', () => {
    expect(
      standingOf('security A.1.1', { 'services 1.1.1': 'covered' }),
    ).toEqual({
      state: 'indicated',
      indicated: {
        state: 'partial',
        path: [{ standard: 'services', clause: '1.1.1' }],
      },
    });
  });

  it('prefers the strongest indication, else the first', () => {
    const ends = (...states: EvidenceState[]) =>
      standingOf('privacy 1', {
        'services 1.1.1': states[0],
        'services 1.1.2': states[1],
      }).indicated?.path.at(-1)?.clause;
    // The relation to the first one allows no more than partial.
    expect(ends('covered', 'covered')).toBe('1.1.2');
    expect(ends('covered', 'gap')).toBe('1.1.1');
    // Equally strong: the way that could say more comes first.
    expect(ends('covered', 'partial')).toBe('1.1.2');
  });

  it('lets what checks say about a clause go before what is indicated', () => {
    expect(
      standingOf('security A.1.2', {
        'security A.1.2': 'unknown',
        'services 2': 'covered',
      }),
    ).toEqual({ state: 'unknown' });
  });

  it('takes an excluded control for not applicable, whatever checks say', () => {
    const direct = { 'security A.1.2': 'covered' } as const;
    expect(standingOf('security A.1.2', direct, 'security A.1.2')).toEqual({
      state: 'not-applicable',
    });
    expect(
      standingOf('security A.1.1', {}, 'security A.1.1', 'services 9'),
    ).toEqual({ state: 'not-applicable' });
  });

  it('lets an excluded control indicate nothing, not even on the way', () => {
    const direct = {
      'security A.1.2': 'covered',
      'services 1.1.1': 'covered',
    } as const;
    expect(standingOf('services 2', direct, 'security A.1.2')).toEqual({
      state: 'not-assessed',
    });
    expect(standingOf('privacy 1', direct).state).toBe('indicated');
    expect(standingOf('privacy 1', direct, 'security A.1.1')).toEqual({
      state: 'not-assessed',
    });
  });
});
