import {
  Crosswalk,
  defineStandard,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StandardCatalog } from './StandardCatalog';

const house = defineStandard({
  id: 'house-rules',
  title: 'House rules',
  managementSystem: 'sms',
  clauses: [
    { id: '1', title: 'Manners' },
    { id: '1.1', title: 'Knock before entering', evidence: 'service' },
  ],
});

const crosswalk: Crosswalk = {
  id: 'house-to-iso',
  source: 'house-rules',
  target: 'iso27001-2022',
  status: 'complete',
  relations: [
    {
      source: '1.1',
      target: 'A.5.15',
      relationship: 'intersects-with',
      theme: 'access',
    },
  ],
};

describe('StandardCatalog', () => {
  it('has the built-in standards and the crosswalk between them', () => {
    const { standards, crosswalks } = StandardCatalog.create();
    expect(standards.map(({ id }) => id)).toEqual([
      'iso20000-1-2018',
      'iso27001-2022',
    ]);
    expect(crosswalks.map(({ id }) => id)).toEqual([
      'iso20000-1-2018-to-iso27001-2022',
    ]);
  });

  it('finds standards and clauses, added ones, too', () => {
    const catalog = StandardCatalog.create({
      standards: [house],
      crosswalks: [crosswalk],
    });
    expect(catalog.find('house-rules')).toBe(house);
    expect(catalog.find('house')).toBeUndefined();
    const has = (standard: string, clause: string) =>
      catalog.hasClause({ standard, clause });
    expect(has('house-rules', '1.1')).toBe(true);
    expect(has('house-rules', '1.2')).toBe(false);
    expect(has('iso27001-2022', 'A.5.12')).toBe(true);
    expect(has('iso27001-2022', 'A.5')).toBe(false);
    expect(has('iso27001-2013', 'A.5.12')).toBe(false);
    expect(catalog.crosswalks).toContain(crosswalk);
  });

  it.each<
    [
      name: string,
      standards: Standard[],
      crosswalks: Crosswalk[],
      problem: string,
    ]
  >([
    [
      'a standard twice',
      [house, { ...house, id: 'iso27001-2022' }],
      [],
      "standard 'iso27001-2022', id: found 'iso27001-2022', expected an id that no other standard has",
    ],
    [
      'a clause twice',
      [{ ...house, clauses: [house.clauses[0], house.clauses[0]] }],
      [],
      "standard 'house-rules', clauses[1].id: found '1', expected a number that no other clause or theme has",
    ],
    [
      'a clause without its parent',
      [{ ...house, clauses: [house.clauses[1]] }],
      [],
      "standard 'house-rules', clauses[0].parent: found '1' as the parent of '1.1', expected a theme or a clause that comes before it",
    ],
    [
      'a crosswalk twice',
      [house],
      [crosswalk, crosswalk],
      "crosswalk 'house-to-iso': found another crosswalk from house-rules to iso27001-2022 with the id 'house-to-iso', expected one",
    ],
    [
      'a crosswalk of an unknown standard',
      [],
      [crosswalk],
      "crosswalk 'house-to-iso', source: found 'house-rules', expected one of iso20000-1-2018, iso27001-2022",
    ],
    [
      'a crosswalk of an unknown clause',
      [house],
      [
        {
          ...crosswalk,
          relations: [{ ...crosswalk.relations[0], target: 'A.9.9' }],
        },
      ],
      "crosswalk 'house-to-iso', relations[0].target: found 'A.9.9', expected a clause of iso27001-2022",
    ],
  ])('refuses %s', (_name, standards, crosswalks, problem) => {
    expect(() => StandardCatalog.create({ standards, crosswalks })).toThrow(
      problem,
    );
  });
});
