import {
  iso20000,
  iso20000ToIso27001,
  iso27001,
} from '@service-compliance/backstage-plugin-compliance-common';
import { relatedClauses } from './relations';

const crosswalks = [iso20000ToIso27001];

describe('relatedClauses', () => {
  it('finds those of a clause and of its parts', () => {
    const related = relatedClauses(
      { standard: iso20000.id, clause: '8.7.3' },
      { ...iso20000, crosswalks },
    );
    expect(related).toContainEqual({
      standard: iso27001.id,
      clause: '8.2',
      relationship: 'subset-of',
      part: undefined,
      status: 'draft',
    });
    expect(related).toContainEqual({
      standard: iso27001.id,
      clause: 'A.5.36',
      relationship: 'subset-of',
      part: '8.7.3.2',
      status: 'draft',
    });
  });

  it('reads a relation from its other end', () => {
    expect(
      relatedClauses(
        { standard: iso27001.id, clause: 'A.5.36' },
        { ...iso27001, crosswalks },
      ),
    ).toEqual([
      {
        standard: iso20000.id,
        clause: '8.7.3.2',
        relationship: 'superset-of',
        part: undefined,
        status: 'draft',
      },
    ]);
  });

  it('does not take a number for the same of another standard', () => {
    expect(
      relatedClauses(
        { standard: iso27001.id, clause: '6.3' },
        { ...iso27001, crosswalks },
      ).map(({ clause }) => clause),
    ).toEqual(['8.5.1']);
  });
});
