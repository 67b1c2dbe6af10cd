import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  addDuration,
  defaultLevels,
  TrendPoint,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { statementsOf } from '../__testUtils__/statementsOf';
import { check, rulesOf, vocabulary } from '../assessment/__testUtils__/rules';
import { Assessor } from '../assessment/Assessor';
import { pruneHistory } from '../assessment/pruneHistory';
import { ScoreHistory } from '../assessment/ScoreHistory';
import { component } from '../catalog/__testUtils__/component';
import { CatalogMirror } from '../catalog/CatalogMirror';
import { migrate } from '../database/migrate';
import { accessTo } from '../permissions/Access';
import { EntitySelection } from './matchingEntities';
import { TrendReader } from './TrendReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

/** Four checks, each of which says what a letter of the title tells it to. */
const statuses: Record<string, Verdict['status']> = {
  p: 'pass',
  f: 'fail',
  u: 'unknown',
  n: 'not-applicable',
};
const rules = rulesOf(
  ...[0, 1, 2, 3].map(index =>
    check(`check-${index}`, ({ entity }) => ({
      status: statuses[entity.title?.[index] ?? 'p'],
    })),
  ),
);

describe.each(databases.eachSupportedId())('TrendReader, %p', databaseId => {
  let knex: Knex;
  let now: Date;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate(knex);
  });

  /** Reads and assesses a catalog with these titles by name. */
  const assess = async (
    day: string,
    titles: Record<string, string>,
    options: { time?: string; classified?: string[]; type?: string } = {},
  ) => {
    now = new Date(`${day}T${options.time ?? '08:00'}:00Z`);
    const entities: Entity[] = Object.entries(titles).map(([name, title]) =>
      component(name, {
        title,
        type: options.type,
        annotations: options.classified?.includes(name)
          ? { 'compliance/information-classification': 'internal' }
          : {},
      }),
    );
    await new CatalogMirror({
      knex,
      catalog: catalogServiceMock({ entities }),
      auth: mockServices.auth(),
      scope: {},
      vocabulary,
    }).run({ rulesHash: rules.hash, today: day });
    await new Assessor({ knex, rules, vocabulary, clock: () => now }).run();
    await new ScoreHistory(knex).recordDay(day);
  };

  const read = async (
    today: string,
    options: {
      days?: number;
      selection?: EntitySelection;
      condition?: string;
    } = {},
  ): Promise<TrendPoint[]> => {
    const { points } = await new TrendReader({
      knex,
      levels: defaultLevels,
    }).read({
      selection: options.selection ?? {},
      access: accessTo(options.condition ? [knex.raw(options.condition)] : []),
      ownerRefs: ['group:default/mine'],
      days: options.days ?? 4,
      today,
    });
    return points;
  };

  /** How it is now, counted one by one. */
  const standing = async (date: string): Promise<TrendPoint> => {
    const rows = await knex('entity').select();
    const scored = rows.filter(({ score }) => score !== null);
    const sumOf = (column: string) =>
      rows.reduce((sum, row) => sum + row[column], 0);
    const levels: Record<string, number> = {};
    for (const { level } of scored) {
      levels[level] = (levels[level] ?? 0) + 1;
    }
    return {
      date,
      total: scored.length,
      averageScore:
        scored.length > 0
          ? Math.round((sumOf('score') / scored.length) * 10) / 10
          : undefined,
      openFindings: sumOf('open_findings'),
      unclassified: rows.filter(row => row.classification === null).length,
      levels,
    };
  };

  it('tells how it was at the end of each day', async () => {
    await assess('2026-06-01', { a: 'pppf' });
    await assess('2026-06-02', { a: 'pppf', b: 'ffuu' });
    await assess('2026-06-03', { a: 'pfff', b: 'pfuu' });
    await assess('2026-06-03', { a: 'pppp', b: 'pfuu' }, { time: '20:00' });
    await expect(read('2026-06-04')).resolves.toEqual([
      {
        date: '2026-06-01',
        total: 1,
        averageScore: 75,
        openFindings: 1,
        unclassified: 1,
        levels: { silver: 1 },
      },
      {
        date: '2026-06-02',
        total: 2,
        averageScore: 37.5,
        openFindings: 5,
        unclassified: 2,
        levels: { silver: 1, none: 1 },
      },
      {
        date: '2026-06-03',
        total: 2,
        averageScore: 62.5,
        openFindings: 3,
        unclassified: 2,
        levels: { gold: 1, none: 1 },
      },
      // Not assessed yet.
      { date: '2026-06-04' },
    ]);
  });

  it('shows days without an assessment as gaps', async () => {
    await assess('2026-06-01', { a: 'pppf' });
    await assess('2026-06-04', { a: 'ppff' });
    const points = await read('2026-06-05', { days: 6 });
    expect(
      points.map(({ date, averageScore }) => [date, averageScore]),
    ).toEqual([
      ['2026-05-31', undefined],
      ['2026-06-01', 75],
      ['2026-06-02', undefined],
      ['2026-06-03', undefined],
      ['2026-06-04', 50],
      ['2026-06-05', undefined],
    ]);
    expect(points[2]).toEqual({ date: '2026-06-02' });
  });

  it('has nothing of an entity before it was assessed, and of one that is gone', async () => {
    await assess('2026-06-01', { gone: 'ffff', a: 'pppp' });
    await assess('2026-06-02', { gone: 'pppp', a: 'pppp' });
    await assess('2026-06-03', { a: 'pppp', added: 'ffff' });
    const points = await read('2026-06-03', { days: 3 });
    expect(points.map(({ total, openFindings }) => [total, openFindings]))
      // As of today, so what is gone was never there.
      .toEqual([
        [1, 0],
        [1, 0],
        [2, 4],
      ]);
    expect(
      await knex('score_change').orderBy('entity_ref').pluck('entity_ref'),
    ).toEqual(['component:default/a', 'component:default/added']);
  });

  it('follows entities that gain and lose a score', async () => {
    await assess('2026-06-01', { a: 'nnnn' });
    await assess('2026-06-02', { a: 'pfnn' });
    await assess('2026-06-03', { a: 'nnnn' });
    const without = { total: 0, openFindings: 0, unclassified: 1, levels: {} };
    const points = await read('2026-06-03', { days: 3 });
    expect(points).toEqual([
      { ...without, date: '2026-06-01' },
      {
        date: '2026-06-02',
        total: 1,
        averageScore: 50,
        openFindings: 1,
        unclassified: 1,
        levels: { bronze: 1 },
      },
      { ...without, date: '2026-06-03' },
    ]);
  });

  it('counts what is not classified, with whatever score', async () => {
    const titles = { a: 'pppf', b: 'nnnn' };
    const classified = ['a'];
    await assess('2026-06-01', titles);
    await assess('2026-06-03', titles, { classified });
    await assess('2026-06-04', { ...titles, added: 'pppp' }, { classified });
    await assess('2026-06-06', { ...titles, added: 'pppp' });
    const unclassified = async (options: Parameters<typeof read>[1]) =>
      (await read('2026-06-06', { days: 7, ...options })).map(
        point => point.unclassified,
      );
    await expect(unclassified({})).resolves.toEqual([
      // Before the first day.
      undefined,
      2,
      // A gap.
      undefined,
      1,
      2,
      undefined,
      3,
    ]);
    await expect(
      unclassified({ condition: "entity.name = 'a'" }),
    ).resolves.toEqual([undefined, 1, undefined, 0, 0, undefined, 1]);
  });

  it('misses no classification of what has no information', async () => {
    await assess('2026-06-01', { a: 'pppp' });
    await assess('2026-06-02', { a: 'pppp' }, { type: 'supplier' });
    const points = await read('2026-06-02', { days: 2 });
    expect(points.map(point => point.unclassified)).toEqual([1, 0]);
  });

  it('tells the past of what matches today, and of nothing that is hidden', async () => {
    const titles = { a: 'pppp', b: 'ffff', c: 'ffff' };
    await assess('2026-06-01', titles);
    await assess('2026-06-02', { ...titles, b: 'pppp' });
    const scores = async (options: Parameters<typeof read>[1]) =>
      (await read('2026-06-02', { days: 2, ...options })).map(point => [
        point.total,
        point.averageScore,
      ]);
    await expect(
      scores({ selection: { filter: { level: ['gold'] } } }),
    ).resolves.toEqual([
      [2, 50],
      [2, 100],
    ]);
    await expect(
      scores({ condition: "entity.name in ('b', 'c')" }),
    ).resolves.toEqual([
      [2, 0],
      [2, 50],
    ]);
    await expect(
      scores({ selection: { filter: { mine: true } } }),
    ).resolves.toEqual([
      [0, undefined],
      [0, undefined],
    ]);
  });

  it('agrees with what was there each day, whatever happened', async () => {
    const letters = Object.keys(statuses);
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 16807) % 2147483647;
      return seed % below;
    };
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const titles: Record<string, string> = {};
    const classified = new Set<string>();
    const seen = new Map<string, TrendPoint>();
    for (let day = 0; day < 12; day++) {
      const date = addDuration('2026-06-01', `P${day}D`);
      // Twice on some days, and not at all on others.
      for (let round = random(3); round > 0; round--) {
        // One more entity now and then; none goes, as its past would go too.
        for (const name of names.slice(0, 1 + Math.floor(day / 2))) {
          if (titles[name] === undefined || random(2) === 0) {
            titles[name] = Array.from(
              { length: 4 },
              () => letters[random(letters.length)],
            ).join('');
          }
        }
        const turned = names[random(names.length)];
        if (!classified.delete(turned)) {
          classified.add(turned);
        }
        await assess(date, titles, { classified: [...classified] });
        seen.set(date, await standing(date));
      }
    }
    const days = (await read('2026-06-12', { days: 12 })).filter(
      ({ total }) => total !== undefined,
    );
    expect(days).toEqual([...seen.values()]);
    expect(days.length).toBeGreaterThan(4);
    expect(days.length).toBeLessThan(12);
  });

  it('stays right when what is older than the horizon is forgotten', async () => {
    await assess('2026-06-01', { a: 'ffff', b: 'pppp' });
    await assess('2026-06-02', { a: 'pfff', b: 'pppp' });
    await assess('2026-06-03', { a: 'ppff', b: 'pppp' });
    const before = await read('2026-06-04', { days: 2 });
    await pruneHistory(knex, '2026-06-03');
    expect(await knex('score_change').pluck('changed_on')).toEqual([
      '2026-06-03',
    ]);
    await expect(read('2026-06-04', { days: 4 })).resolves.toEqual([
      { date: '2026-06-01' },
      { date: '2026-06-02' },
      ...before.slice(-2),
    ]);
    expect(before[0].averageScore).toBe(75);
  });

  it('takes two statements, whatever there is', async () => {
    await assess('2026-06-01', { a: 'pppf' });
    const few = await statementsOf(knex, () => read('2026-06-01'));
    const titles = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`s${index}`, 'pfpf']),
    );
    await assess('2026-06-02', titles);
    await assess('2026-06-03', { ...titles, s1: 'pppp' });
    const many = await statementsOf(knex, () =>
      read('2026-06-03', { days: 366 }),
    );
    expect(few).toHaveLength(2);
    expect(many).toHaveLength(2);
  });
});
