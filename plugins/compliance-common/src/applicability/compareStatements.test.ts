import { compareStatements, StatementEntry } from '.';

const applied: StatementEntry = {
  clause: 'A.5.1',
  applicable: true,
  reasons: ['risk-treatment'],
  implementation: 'planned',
};
const excluded: StatementEntry = {
  clause: 'A.8.30',
  applicable: false,
  exclusion: 'Nothing is developed elsewhere.',
};

describe('compareStatements', () => {
  it('finds nothing where both say the same', () => {
    const links = [{ url: 'https://example.com', title: 'Policy' }];
    const sameLinks = [{ title: 'Policy', url: 'https://example.com' }];
    expect(
      compareStatements(
        [{ ...applied, links }, excluded],
        [excluded, { ...applied, links: sameLinks, owner: undefined }],
      ),
    ).toEqual([]);
    expect(compareStatements([], [])).toEqual([]);
  });

  it('tells what changed, from what to what', () => {
    expect(
      compareStatements(
        [applied, excluded],
        [
          {
            ...applied,
            implementation: 'implemented',
            owner: 'user:default/a',
          },
          {
            clause: 'A.8.30',
            applicable: true,
            reasons: ['business-requirement'],
            implementation: 'planned',
          },
        ],
      ),
    ).toEqual([
      {
        clause: 'A.5.1',
        change: 'changed',
        fields: [
          { field: 'implementation', before: 'planned', after: 'implemented' },
          { field: 'owner', after: 'user:default/a' },
        ],
      },
      {
        clause: 'A.8.30',
        change: 'changed',
        fields: [
          { field: 'applicable', before: false, after: true },
          { field: 'reasons', after: ['business-requirement'] },
          { field: 'exclusion', before: 'Nothing is developed elsewhere.' },
          { field: 'implementation', after: 'planned' },
        ],
      },
    ]);
  });

  it('tells what only one edition of the standard has', () => {
    expect(
      compareStatements(
        [excluded, applied],
        [{ clause: 'A.9.1' }, { ...applied, clause: 'A.9.2' }, applied],
      ),
    ).toEqual([
      { clause: 'A.9.1', change: 'added', fields: [] },
      {
        clause: 'A.9.2',
        change: 'added',
        fields: [
          { field: 'applicable', after: true },
          { field: 'reasons', after: ['risk-treatment'] },
          { field: 'implementation', after: 'planned' },
        ],
      },
      {
        clause: 'A.8.30',
        change: 'removed',
        fields: [
          { field: 'applicable', before: false },
          { field: 'exclusion', before: 'Nothing is developed elsewhere.' },
        ],
      },
    ]);
  });

  it('leaves out what is said about the entries of a draft', () => {
    const about = { etag: '3', changedAt: '2026-06-01', changedBy: 'user:a/b' };
    expect(compareStatements([applied], [{ ...applied, ...about }])).toEqual(
      [],
    );
  });
});
