import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ApplicabilityVersion,
  compareStatements,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { migrate } from '../database/migrate';
import {
  applied,
  declare,
  excluded,
  statementsIn,
} from './__testUtils__/statements';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const author = 'user:default/kim';
const standard = 'house';
const decided = {
  'A.1': applied,
  'A.2': { ...applied, owner: 'group:default/it' },
  'A.10': excluded,
};

describe.each(databases.eachSupportedId())('ApplicabilityEditor, %p', id => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  beforeEach(async () => {
    await knex('applicability').delete();
    await knex('applicability_entry').delete();
    await knex('applicability_version').delete();
  });

  /**
   * From the first change on, only the lock keeps writers from each other. With
   * connections that are open already, they meet.
   */
  const changeOnce = async () => {
    const { read, save } = start();
    await Promise.all(Array.from({ length: 6 }, read));
    await save('A.2', applied);
    await save('A.2', decided['A.2']);
  };

  /** Statements as of one start of the backend. */
  function start(
    configured: Parameters<typeof declare>[0] = { house: decided },
  ) {
    const { reader, editor, approved } = statementsIn(
      knex,
      declare(configured),
    );
    return {
      approved,
      read: () => reader.read(standard),
      readVersion: (number: number) => reader.readVersion(standard, number),
      save: (clause: string, given: object, version = '*') =>
        editor.save({ standard, clause, given, version, author }),
      approve: (version: string, note?: string) =>
        editor.approve({ standard, version, note, author }),
    };
  }

  it('starts from what is declared, in the order of the standard', async () => {
    const { read } = start();
    await expect(read()).resolves.toEqual({
      standard,
      about: 'controls',
      etag: expect.stringMatching(/^0-[\w-]{16}$/),
      entries: [
        { clause: 'A.1', ...decided['A.1'], etag: '0' },
        { clause: 'A.2', ...decided['A.2'], etag: '0' },
        { clause: 'A.10', ...decided['A.10'], etag: '0' },
      ],
      versions: [],
    });
  });

  it('replaces an entry as a whole, and counts', async () => {
    const { read, save } = start();
    const before = await read();
    const values = { ...applied, implementation: 'implemented' };
    const entry = {
      clause: 'A.2',
      ...values,
      etag: '1',
      changedAt: '2026-06-15T08:00:00.000Z',
      changedBy: author,
    };
    await expect(save('A.2', values, '0')).resolves.toEqual({
      outcome: 'saved',
      entry,
    });
    const after = await read();
    expect(after.entries).toEqual([
      before.entries[0],
      entry,
      before.entries[2],
    ]);
    expect(after.etag).toBe(before.etag.replace('0-', '1-'));
    await expect(save('A.2', {}, '1')).resolves.toMatchObject({
      outcome: 'saved',
      entry: { clause: 'A.2', etag: '2' },
    });
    expect((await read()).entries[1]).not.toHaveProperty('applicable');
    expect((await read()).etag).toBe(before.etag.replace('0-', '2-'));
  });

  it('changes nothing when it is so already, whatever the version', async () => {
    const { read, save } = start();
    const before = await read();
    for (const version of ['0', '7', '*']) {
      await expect(
        save('A.2', { owner: 'it', ...applied }, version),
      ).resolves.toEqual({ outcome: 'unchanged', entry: before.entries[1] });
    }
    expect(await read()).toEqual(before);
    expect(await knex('applicability_entry')).toEqual([]);
  });

  it('refuses an edit that is based on another version', async () => {
    const { read, save } = start();
    const { entry } = await save('A.1', { ...excluded }, '0');
    for (const version of ['0', '2']) {
      await expect(save('A.1', applied, version)).rejects.toMatchObject({
        name: 'EditConflictError',
        message: `The entry of A.1 was changed in the meantime: it has version 1, and the edit is based on ${version}`,
        current: entry,
      });
    }
    expect((await read()).entries[0]).toEqual(entry);
  });

  it('lets one of those win who change an entry at once', async () => {
    await changeOnce();
    const { read, save } = start();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        save('A.1', { applicable: false, exclusion: `Reason ${index}` }, '0'),
      ),
    );
    const saved = outcomes.flatMap(outcome =>
      outcome.status === 'fulfilled' ? [outcome.value.entry] : [],
    );
    expect(saved).toHaveLength(1);
    const { etag, entries } = await read();
    expect(entries[0]).toEqual(saved[0]);
    expect(etag).toMatch(/^3-/);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject(
        outcome.status === 'fulfilled'
          ? { value: { outcome: 'saved' } }
          : { reason: { name: 'EditConflictError', current: saved[0] } },
      );
    }
  });

  it('counts changes of different entries at once', async () => {
    await changeOnce();
    const { read, save } = start();
    await Promise.all(
      ['A.1', 'A.2', 'A.10'].map(clause =>
        save(clause, { applicable: false, exclusion: 'No house.' }),
      ),
    );
    expect((await read()).etag).toMatch(/^5-/);
  });

  it('approves versions that later changes leave alone', async () => {
    const { read, readVersion, save, approve } = start();
    const first = await approve((await read()).etag, 'The first one');
    expect(first).toEqual({
      number: 1,
      approvedAt: '2026-06-15T08:00:00.000Z',
      approvedBy: author,
      note: 'The first one',
      applicable: 2,
      excluded: 1,
    });
    const before = await readVersion(1);
    expect(before).toEqual({
      standard,
      ...first,
      entries: Object.entries(decided).map(([clause, values]) => ({
        clause,
        ...values,
      })),
    });

    await save('A.10', { ...applied, reviewedOn: '2026-06-14' });
    const second = await approve((await read()).etag);
    expect(second).toEqual({
      number: 2,
      approvedAt: first.approvedAt,
      approvedBy: author,
      applicable: 3,
      excluded: 0,
    });
    expect(await readVersion(1)).toEqual(before);
    expect((await read()).versions).toEqual([second, first]);
    expect(
      compareStatements(before.entries, (await readVersion(2)).entries),
    ).toMatchObject([{ clause: 'A.10', change: 'changed' }]);
    await expect(readVersion(3)).rejects.toThrow(
      "The Statement of Applicability of 'house' has no version 3",
    );
  });

  it('approves the draft that was seen, and no other', async () => {
    const { read, save, approve } = start();
    const { etag } = await read();
    await save('A.1', excluded);
    const refused = { name: 'StaleEditError' };
    await expect(approve(etag)).rejects.toMatchObject(refused);
    const { etag: current } = await read();
    // Somebody deploys another app-config in between.
    const later = start({
      house: { ...decided, 'A.2': { ...excluded } },
    });
    await expect(later.approve(current)).rejects.toMatchObject(refused);
    expect((await later.read()).versions).toEqual([]);
    await expect(later.approve((await later.read()).etag)).resolves.toEqual(
      expect.objectContaining({ number: 1, excluded: 3 }),
    );
  });

  it('names each control that is undecided', async () => {
    const { read, save, approve } = start({ house: { 'A.2': applied } });
    await save('A.10', { owner: 'it', exclusion: 'Perhaps.' });
    await expect(approve((await read()).etag)).rejects.toMatchObject({
      name: 'InvalidValuesError',
      message: 'The statement is not complete: 2 controls are undecided',
      fields: ['A.1', 'A.10'].map(field => ({
        field,
        path: [],
        message: 'expected a decision whether it is applicable',
      })),
    });
    expect(await knex('applicability_version')).toEqual([]);
  });

  it('approves nothing twice', async () => {
    const { read, save, approve } = start();
    await approve((await read()).etag);
    const again = {
      name: 'ConflictError',
      message:
        'Version 1 says the same as the draft, so there is nothing to approve',
    };
    await expect(approve((await read()).etag)).rejects.toMatchObject(again);
    await save('A.1', excluded);
    await save('A.1', decided['A.1']);
    await expect(approve((await read()).etag)).rejects.toMatchObject(again);
  });

  it('lets one of those win who approve a draft at once', async () => {
    await changeOnce();
    const { read, approve } = start();
    const { etag } = await read();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, () => approve(etag)),
    );
    expect(
      outcomes.filter(({ status }) => status === 'fulfilled'),
    ).toHaveLength(1);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject(
        outcome.status === 'fulfilled'
          ? { value: { number: 1 } }
          : { reason: { name: 'ConflictError' } },
      );
    }
  });

  it('numbers versions without a gap, whoever changes and approves', async () => {
    await changeOnce();
    const approved: ApplicabilityVersion[] = [];
    await Promise.all(
      ['A.1', 'A.2', 'A.10'].map(async clause => {
        const { read, save, approve } = start();
        for (let round = 0; round < 4; round++) {
          await save(clause, { applicable: false, exclusion: `No ${round}.` });
          await approve((await read()).etag).then(
            version => approved.push(version),
            // Somebody else was faster.
            error =>
              expect(['StaleEditError', 'ConflictError']).toContain(error.name),
          );
        }
      }),
    );
    const numbers = approved.map(({ number }) => number).sort((a, b) => a - b);
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    const { versions } = await start().read();
    expect(versions.map(({ number }) => number)).toEqual(numbers.reverse());
  });

  it('tells what holds: exclusions as approved, handlers at once', async () => {
    const declared = declare({
      house: decided,
      'iso20000-1-2018': {
        '8.4.1': { handledBy: 'Group Finance' },
        '8.4.3': { handledBy: 'Acme' },
      },
    });
    const { reader, editor, approved } = statementsIn(knex, declared);
    const iso20000 = 'iso20000-1-2018';
    const nothing = { excluded: new Map(), handledBy: new Map() };
    await expect(approved.read()).resolves.toEqual([
      {
        standard: iso20000,
        excluded: new Map(),
        handledBy: new Map([
          ['8.4.1', 'Group Finance'],
          ['8.4.3', 'Acme'],
        ]),
      },
      { standard: 'iso27001-2022', ...nothing },
      { standard, ...nothing },
    ]);

    const save = (target: string, clause: string, given: object) =>
      editor.save({ standard: target, clause, given, version: '*', author });
    await editor.approve({
      standard,
      version: (await reader.read(standard)).etag,
      author,
    });
    await save(standard, 'A.1', { applicable: false, exclusion: 'Open.' });
    await save(iso20000, '8.4.3', {});
    await save(iso20000, '9.4', { handledBy: 'Larkfield Reports' });
    const [sms, , isms] = await approved.read();
    expect(sms.handledBy).toEqual(
      new Map([
        ['8.4.1', 'Group Finance'],
        ['9.4', 'Larkfield Reports'],
      ]),
    );
    expect(isms).toEqual({
      standard,
      number: 1,
      approvedAt: '2026-06-15T08:00:00.000Z',
      excluded: new Map([['A.10', 'There is no cellar.']]),
      handledBy: new Map(),
    });

    await editor.approve({
      standard,
      version: (await reader.read(standard)).etag,
      author,
    });
    const [, , later] = await approved.read();
    expect(later).toMatchObject({ number: 2 });
    expect([...later.excluded.keys()].sort()).toEqual(['A.1', 'A.10']);
  });

  it('sends as many statements whatever there is', async () => {
    const count = async () => {
      const { read, save, approve, approved } = start();
      const { etag } = await read();
      return {
        read: (await statementsOf(knex, read)).length,
        approved: (await statementsOf(knex, () => approved.read())).length,
        approve: (await statementsOf(knex, () => approve(etag))).length,
        save: (
          await statementsOf(knex, () =>
            save('A.1', { ...excluded, exclusion: etag }),
          )
        ).length,
      };
    };
    const first = await count();
    expect(first).toEqual({ read: 3, approved: 1, approve: 8, save: 6 });
    await start().save('A.2', excluded);
    expect(await count()).toEqual(first);
  });

  it('has nothing to approve where there are no controls', async () => {
    const { reader, editor } = statementsIn(knex, declare());
    const { about, etag } = await reader.read('iso20000-1-2018');
    expect(about).toBe('clauses');
    await expect(
      editor.approve({ standard: 'iso20000-1-2018', version: etag, author }),
    ).rejects.toThrow(
      'ISO/IEC 20000-1:2018 has no controls, so there is nothing to approve: who handles a clause takes effect at once',
    );
  });

  it('keeps no SQL in errors of the database', async () => {
    const { read, save } = start();
    await knex.schema.renameTable('applicability_entry', 'gone');
    try {
      await expect(save('A.1', excluded)).rejects.toThrow(
        /^The Statement of Applicability could not be written: \w+$/,
      );
    } finally {
      await knex.schema.renameTable('gone', 'applicability_entry');
    }
    expect((await read()).etag).toMatch(/^0-/);
  });
});
