import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { testActions } from './__testUtils__/testActions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'query-services (%s)',
  databaseId => {
    let actions: Awaited<ReturnType<typeof testActions>>;

    beforeAll(async () => {
      actions = await testActions(await databases.init(databaseId));
    });

    const query = (
      input: JsonObject,
      as?: 'auditor' | 'owner' | 'stranger',
    ): Promise<any> => actions.invoke('query-services', input, as);
    const found = async (...args: Parameters<typeof query>) => {
      const { total, services } = await query(...args);
      expect(total).toBe(services.length);
      return services.map(
        ({ entityRef }: { entityRef: string }) => entityRef.split('/')[1],
      );
    };

    it('tells what matters of each service, and nothing more', async () => {
      await expect(query({ level: ['none'], mine: true })).resolves.toEqual({
        total: 1,
        services: [
          {
            entityRef: 'component:default/payments',
            title: 'Payments',
            type: 'service',
            owner: 'group:default/payments',
            serviceTier: 'tier-1',
            classification: 'confidential',
            level: 'none',
            score: 41.7,
            openFindings: 3,
          },
        ],
      });
    });

    it.each<[JsonObject, string[]]>([
      [{}, ['ledger', 'payments', 'payroll']],
      [{ classification: ['confidential'] }, ['payments', 'payroll']],
      [{ serviceTier: ['unset'], type: ['service'] }, ['ledger', 'payroll']],
      [
        { level: ['gold', 'silver'], order: 'score,desc' },
        ['ledger', 'payroll'],
      ],
      [{ owner: ['people'], fullText: 'ledg' }, ['ledger']],
      [{ check: 'continuity-tested' }, ['payments', 'payroll']],
      [{ check: 'continuity-tested', checkStatus: ['pass'] }, ['ledger']],
      [{ classification: [] }, []],
      [{ minScore: 50, maxScore: 80 }, ['payroll']],
      [
        {
          query: {
            $any: [
              { level: 'gold' },
              {
                $not: { 'check.continuity-tested': { $in: ['pass', 'fail'] } },
              },
            ],
          },
        },
        ['ledger', 'payroll'],
      ],
    ])('finds by %j', async (input, names) => {
      await expect(found(input)).resolves.toEqual(names);
    });

    it('counts and lists what the caller may see', async () => {
      await expect(found({}, 'owner')).resolves.toEqual(['payments']);
      await expect(found({}, 'stranger')).resolves.toEqual([]);
    });

    it('pages', async () => {
      const first = await query({ limit: 2 });
      expect(first).toMatchObject({ total: 3, services: [{}, {}] });
      const { services, nextCursor } = await query({
        limit: 2,
        cursor: first.nextCursor,
      });
      expect(services).toMatchObject([
        { entityRef: 'component:default/payroll' },
      ]);
      expect(nextCursor).toBeUndefined();
    });

    it.each<[JsonObject, RegExp]>([
      [
        { classification: ['secret'] },
        /Invalid classification 'secret', expected one of public, internal, confidential, restricted, unset/,
      ],
      [
        { level: ['platinum'] },
        /Invalid level 'platinum', expected one of bronze, silver, gold, none, unset/,
      ],
      [{ check: 'nonsense' }, /Invalid check 'nonsense', expected one of /],
      [
        { check: 'catalogue-owner', checkStatus: ['red'] },
        /Invalid checkStatus 'red', expected one of pass, fail/,
      ],
      [{ checkStatus: ['fail'] }, /expected the parameter check with it/],
      [{ order: 'colour,asc' }, /Invalid order 'colour,asc', expected /],
      [{ owner: ['group:'] }, /Invalid owner 'group:', expected an entity ref/],
      [{ cursor: 'nonsense' }, /cursor/],
      [
        { query: { 'information.clasification': 'internal' } },
        /query.information.clasification: unknown field, did you mean information.classification\?/,
      ],
      [{ dueBy: 'soon' }, /dueBy 'soon'/],
      [{ limit: 51 }, /less than or equal to 50/],
      [{ clasification: ['internal'] }, /clasification/],
      [{ classification: 'internal' }, /Expected array, received string/],
    ])('refuses %j', async (input, message) => {
      const refused = query(input);
      await expect(refused).rejects.toThrow(message);
      await expect(refused).rejects.toMatchObject({ name: 'InputError' });
    });
  },
);
