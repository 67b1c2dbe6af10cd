import { TestDatabases } from '@backstage/backend-test-utils';
import { testActions } from './__testUtils__/testActions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

const entityRef = 'component:default/payments';

describe.each(databases.eachSupportedId())(
  'get-service-compliance (%s)',
  databaseId => {
    let actions: Awaited<ReturnType<typeof testActions>>;

    beforeAll(async () => {
      actions = await testActions(await databases.init(databaseId));
    });

    const get = (ref: string, as?: 'auditor' | 'owner' | 'stranger') =>
      actions.invoke('get-service-compliance', { entityRef: ref }, as);

    it('tells score, values with their source and what is open', async () => {
      const output = await get(entityRef);
      expect(output).toMatchObject({
        entityRef,
        title: 'Payments',
        isSupplier: false,
        score: 41.7,
        level: 'none',
        facets: ['serviceLevel', 'information', 'continuity'],
        profile: {
          serviceLevel: {
            tier: { value: 'tier-1', source: 'git' },
            availabilityTarget: { value: 99.95, source: 'default' },
          },
          information: {
            classification: { value: 'confidential', source: 'git' },
          },
        },
        unusableAnnotations: [
          {
            annotation: 'compliance/rto',
            value: '4 hours',
            expected: expect.any(String),
            nearest: 'PT4H',
          },
        ],
        checks: {
          pass: 1,
          fail: 2,
          unknown: 1,
          'not-applicable': 0,
          waived: 0,
        },
        assessedAt: '2026-11-22T08:00:00.000Z',
      });
      expect(output.profile).not.toHaveProperty('supplier');
      expect(output.openFindings).toHaveLength(3);
      expect(output.openFindings[0]).toEqual({
        checkId: expect.stringMatching(/^continuity-/),
        title: expect.any(String),
        facet: 'continuity',
        status: 'fail',
        finding: expect.any(String),
        expected: 'Expected.',
        remediation: expect.any(String),
        since: '2026-11-22T08:00:00.000Z',
        upcoming: false,
      });
      expect(output.openFindings.at(-1)).toMatchObject({ status: 'unknown' });
    });

    it('takes a name for a component', async () => {
      await expect(get('Payments')).resolves.toMatchObject({ entityRef });
    });

    it('does not tell findings about entities that are hidden', async () => {
      const findingFor = async (as: 'auditor' | 'owner') => {
        const { openFindings } = await get(entityRef, as);
        return openFindings.find(
          ({ checkId }: { checkId: string }) =>
            checkId === 'continuity-dependencies',
        ).finding;
      };
      await expect(findingFor('auditor')).resolves.toBe(
        'ledger recovers later.',
      );
      await expect(findingFor('owner')).resolves.toMatch(/not allowed to see/);
    });

    it.each([
      ['payments', 'stranger'],
      ['ledger', 'owner'],
      ['nothing', 'auditor'],
    ] as const)('knows nothing of %s for %s', async (name, as) => {
      await expect(get(name, as)).rejects.toThrow(
        `No profile of 'component:default/${name}': it is not in scope, was not read from the catalog yet, or is not visible to you`,
      );
    });

    it('refuses what is no entity ref', async () => {
      await expect(get('component:')).rejects.toThrow(
        "Invalid entityRef 'component:', expected an entity ref such as 'component:default/payments-api'",
      );
    });

    it('only reads', async () => {
      const { actions: listed } = await actions.list();
      expect(listed.map(({ name }) => name)).toEqual([
        'get-service-compliance',
        'query-services',
        'explain-finding',
      ]);
      for (const { attributes, schema } of listed) {
        expect(attributes).toEqual({
          readOnly: true,
          destructive: false,
          idempotent: true,
        });
        for (const parameter of Object.values(schema.input.properties!)) {
          expect(parameter).toHaveProperty('description');
        }
      }
    });
  },
);
