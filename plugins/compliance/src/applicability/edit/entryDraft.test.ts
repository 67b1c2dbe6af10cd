import { ApplicabilityValues } from '@service-compliance/backstage-plugin-compliance-common';
import { EntryDraft, entryDraftOf, readEntryDraft } from './entryDraft';

const today = '2026-06-15';

const applied: ApplicabilityValues = {
  applicable: true,
  reasons: ['risk-treatment'],
  implementation: 'planned',
};

const read = (
  change: Partial<EntryDraft>,
  values: ApplicabilityValues = {},
  about: 'controls' | 'clauses' = 'controls',
) => readEntryDraft({ ...entryDraftOf(values), ...change }, { about, today });

describe('the draft of an entry', () => {
  it.each<[ApplicabilityValues, 'controls' | 'clauses']>([
    [{}, 'controls'],
    [
      {
        ...applied,
        owner: 'group:default/it',
        links: [{ url: 'https://a.example', title: 'A' }],
        reviewedOn: today,
      },
      'controls',
    ],
    [{ applicable: false, exclusion: 'No such site.' }, 'controls'],
    [{ reasons: ['risk-treatment'], exclusion: 'Perhaps.' }, 'controls'],
    [{}, 'clauses'],
    [{ handledBy: 'group:default/it' }, 'clauses'],
    [{ handledBy: 'Acme Ltd' }, 'clauses'],
  ])('says %j as it was', (values, about) => {
    expect(read({}, values, about)).toEqual({ values, errors: [] });
  });

  it('leaves out what goes only with the other decision, and keeps it', () => {
    const excluded = { decision: 'no', exclusion: 'None.' } as const;
    expect(read(excluded, applied)).toEqual({
      values: { applicable: false, exclusion: 'None.' },
      errors: [],
    });
    expect(read({ ...excluded, decision: 'yes' }, applied).values).toEqual(
      applied,
    );
  });

  it('ignores links without anything in them', () => {
    expect(
      read({
        links: [
          { url: ' ', title: '' },
          { url: ' https://a.example ', title: ' ' },
        ],
      }).values,
    ).toEqual({ links: [{ url: 'https://a.example' }] });
  });

  it.each<[Partial<EntryDraft>, string[]]>([
    [{ decision: 'yes' }, ['reasons', 'implementation']],
    [{ decision: 'no' }, ['exclusion']],
    [{ links: [{ url: '', title: 'Title' }] }, ['links']],
    [{ reviewedOn: '2026-06-16' }, ['reviewedOn']],
    [{ reviewedOn: '????-??-??' }, ['reviewedOn']],
  ])('%j cannot be used: %j', (change, fields) => {
    expect(read(change).errors.map(({ field }) => field)).toEqual(fields);
  });

  it('needs to say who handles a clause, once it is somebody else', () => {
    const fields = (change: Partial<EntryDraft>) =>
      read(change, {}, 'clauses').errors.map(({ field }) => field);
    expect(fields({ handler: 'name', handledBy: ' ' })).toEqual(['handledBy']);
    expect(fields({ handler: 'entity' })).toEqual(['handledBy']);
    expect(fields({ handler: 'own', handledBy: 'Acme' })).toEqual([]);
  });
});
