import {
  defaultVocabulary as vocabulary,
  EditedProfile,
} from '@service-compliance/backstage-plugin-compliance-common';
import { toMirroredEntity } from '../catalog/mirrorEntity';
import { component } from '../catalog/__testUtils__/component';
import { acceptValue } from './acceptValue';
import { mergeIntoGroup, replaceGroup, withdrawGroup } from './edits';
import { onlyFor, readIfMatch } from './precondition';
import { StoredProfile } from './ProfileStore';

/** A profile with what Git and the portal say. */
const profile = (
  edited: EditedProfile,
  annotations: Record<string, string> = {},
): StoredProfile => ({
  entity: toMirroredEntity(component('payments', { annotations })),
  edited,
  version: '3',
});

const tested = { lastTestedOn: '2026-05-12', testKind: 'live' };
const inGit = { 'compliance/rto': 'PT4H' };

describe('replaceGroup', () => {
  const replace = (values: unknown) =>
    replaceGroup('continuity', values, vocabulary);

  it('replaces the group as a whole, and leaves the others', () => {
    const before = profile({
      values: { continuity: tested, scope: { sms: 'in' } },
    });
    expect(replace({ rto: 'PT2H', testKind: 'tabletop' })(before)).toEqual({
      edited: {
        values: {
          scope: { sms: 'in' },
          continuity: { rto: 'PT2H', testKind: 'tabletop' },
        },
      },
      changes: [
        { field: 'continuity.rto', after: 'PT2H' },
        { field: 'continuity.lastTestedOn', before: '2026-05-12' },
        { field: 'continuity.testKind', before: 'live', after: 'tabletop' },
      ],
    });
  });

  it('removes the group when there is nothing in it', () => {
    const before = profile({ values: { continuity: tested } });
    const { edited, changes } = replace({})(before);
    expect(edited).toEqual({ values: {} });
    expect(changes).toHaveLength(2);
    expect(withdrawGroup('continuity')(before)).toEqual({ edited, changes });
  });

  it('forgets what was accepted of fields that are unset', () => {
    const before = profile({
      values: { continuity: { rto: 'PT1H', rpo: 'PT1H' } },
      accepted: {
        'continuity.rto': 'PT4H',
        'continuity.rpo': 'PT4H',
        'supplier.owner': 'group:default/a',
      },
    });
    expect(replace({ rpo: 'PT1H' })(before).edited.accepted).toEqual({
      'continuity.rpo': 'PT4H',
      'supplier.owner': 'group:default/a',
    });
  });

  it('refuses marks beside what Git declares', () => {
    const before = profile({ values: {} }, inGit);
    expect(() => replace({ notApplicable: 'Retired' })(before)).toThrow(
      expect.objectContaining({
        fields: [
          {
            field: 'notApplicable',
            path: [],
            message:
              'expected no mark, because Git declares compliance/rto, and what Git declares wins',
          },
        ],
      }),
    );
    const marks = (name: string) =>
      replace({ notApplicableFields: { [name]: 'Stores no data' } });
    expect(() => marks('rto')(before)).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ field: 'rto' })],
      }),
    );
    expect(marks('rpo')(before).changes).toHaveLength(1);
  });
});

describe('mergeIntoGroup', () => {
  const merge = (values: unknown) =>
    mergeIntoGroup('continuity', values, vocabulary);

  it('leaves the other values, even those that are not allowed any more', () => {
    const before = profile({
      values: { continuity: { ...tested, testKind: 'no such kind' } },
    });
    expect(merge({ rto: 'PT1H' })(before)).toEqual({
      edited: {
        values: {
          continuity: {
            lastTestedOn: '2026-05-12',
            testKind: 'no such kind',
            rto: 'PT1H',
          },
        },
      },
      changes: [{ field: 'continuity.rto', after: 'PT1H' }],
    });
  });

  it('refuses what does not fit to the other values', () => {
    const edit = merge({ rto: 'P2D' });
    expect(edit(profile({ values: {} })).changes).toHaveLength(1);
    const before = profile({ values: { continuity: { mtpd: 'P1D' } } });
    expect(() => edit(before)).toThrow('Some values cannot be saved');
  });

  it('refuses at once what is not allowed for any entity', () => {
    expect(() => merge({ rto: 'soon' })).toThrow('Some values cannot be saved');
  });
});

describe('acceptValue', () => {
  const accept = (source: 'git' | 'portal') =>
    acceptValue({ group: 'continuity', field: 'rto', source, vocabulary });
  const inConflict = profile(
    { values: { continuity: { ...tested, rto: 'PT1H' } } },
    inGit,
  );

  it('removes the value of the portal in favour of Git', () => {
    const { edited, changes } = accept('git')(inConflict);
    expect(edited).toEqual({ values: { continuity: tested } });
    expect(changes).toEqual([{ field: 'continuity.rto', before: 'PT1H' }]);
    expect(accept('git')({ ...inConflict, edited }).changes).toEqual([]);
  });

  it('remembers over what the value of the portal was accepted', () => {
    const { edited, changes } = accept('portal')(inConflict);
    expect(edited).toEqual({
      values: inConflict.edited.values,
      accepted: { 'continuity.rto': 'PT4H' },
    });
    expect(changes).toEqual([
      { field: 'continuity.rto', before: 'PT4H', after: 'PT1H' },
    ]);
    expect(accept('portal')({ ...inConflict, edited }).changes).toEqual([]);
  });

  it.each([
    ['neither says anything', {}, {}],
    ['only the portal says something', { rto: 'PT1H' }, {}],
    ['both say the same', { rto: 'PT4H' }, inGit],
  ])('has nothing to accept when %s', (_, continuity, annotations) => {
    const agreed = profile({ values: { continuity } }, annotations);
    for (const source of ['git', 'portal'] as const) {
      expect(() => accept(source)(agreed)).toThrow(
        "There is nothing to accept: Git and the portal do not disagree about 'Recovery time objective (RTO)'",
      );
    }
  });

  it.each(['speed', 'constructor'])('knows no field %s', field => {
    expect(() =>
      acceptValue({ group: 'continuity', field, source: 'git', vocabulary }),
    ).toThrow('Some values cannot be saved');
  });
});

describe('onlyFor', () => {
  const stored = profile({ values: { continuity: tested } });
  const edit = replaceGroup('continuity', { rto: 'PT1H' }, vocabulary);
  const repeated = replaceGroup('continuity', tested, vocabulary);
  const invalid = replaceGroup('continuity', { rto: 'soon' }, vocabulary);

  it('applies an edit to the version it is based on, or to whichever', () => {
    expect(onlyFor('3', edit)(stored).changes).toHaveLength(3);
    expect(onlyFor('*', edit)(stored).changes).toHaveLength(3);
  });

  it('refuses an edit that is based on another version', () => {
    const message = /has version 3, and the edit is based on 2/;
    expect(() => onlyFor('2', edit)(stored)).toThrow(message);
    expect(() => onlyFor('2', invalid)(stored)).toThrow(message);
    expect(() => onlyFor('3', invalid)(stored)).toThrow(
      'Some values cannot be saved',
    );
  });

  it('lets an edit pass that arrives twice', () => {
    expect(onlyFor('2', repeated)(stored).changes).toEqual([]);
  });
});

describe('readIfMatch', () => {
  it.each([
    ['"12"', '12'],
    ['*', '*'],
  ])('reads %s', (header, version) => {
    expect(readIfMatch(header)).toBe(version);
  });

  it.each(['W/"12"', '12', '"12", "13"', '""', '"x"', ''])(
    'refuses %p',
    header => {
      expect(() => readIfMatch(header)).toThrow(
        `Invalid If-Match '${header}', expected the ETag of the entity, such as "3", or *`,
      );
    },
  );

  it('wants to know the version', () => {
    expect(() => readIfMatch(undefined)).toThrow(
      expect.objectContaining({ statusCode: 428 }),
    );
  });
});
