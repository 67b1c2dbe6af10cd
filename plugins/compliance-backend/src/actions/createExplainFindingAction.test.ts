import { TestDatabases } from '@backstage/backend-test-utils';
import { testActions } from './__testUtils__/testActions';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'explain-finding (%s)',
  databaseId => {
    let actions: Awaited<ReturnType<typeof testActions>>;

    beforeAll(async () => {
      actions = await testActions(await databases.init(databaseId));
    });

    const explain = (
      checkId: string,
      as?: 'auditor' | 'owner' | 'stranger',
      entityRef = 'component:default/payments',
    ) => actions.invoke('explain-finding', { entityRef, checkId }, as);

    it('tells what was found, which clauses it hurts and what to do', async () => {
      const output = await explain('continuity-tested');
      expect(output).toMatchObject({
        entityRef: 'component:default/payments',
        checkId: 'continuity-tested',
        title: 'Continuity tested',
        description: expect.any(String),
        facet: 'continuity',
        weight: expect.any(Number),
        status: 'fail',
        finding: 'Found.',
        isFindingHidden: false,
        expected: 'Expected.',
        since: '2026-11-22T08:00:00.000Z',
        upcoming: false,
      });
      expect(output.clauses).toContainEqual({
        standard: 'ISO/IEC 27001:2022',
        clause: 'A.5.30',
        title: 'ICT readiness for business continuity',
      });
      expect(output.remediation).toEqual({
        text: expect.any(String),
        annotations: expect.arrayContaining([
          {
            annotation: 'compliance/continuity-last-tested',
            description: expect.any(String),
            example: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          },
        ]),
      });
    });

    it('says that a finding is about entities that are hidden', async () => {
      await expect(explain('continuity-dependencies')).resolves.toMatchObject({
        finding: 'ledger recovers later.',
        isFindingHidden: false,
      });
      const output = await explain('continuity-dependencies', 'owner');
      expect(output).toMatchObject({ status: 'fail', isFindingHidden: true });
      expect(JSON.stringify(output)).not.toContain('ledger');
    });

    it('explains what is well, too', async () => {
      await expect(explain('catalogue-owner')).resolves.toMatchObject({
        status: 'pass',
      });
    });

    it.each([
      ['continuity-test', /^Unknown checkId .*, did you mean '.+'\?$/],
      ['nonsense', /^Unknown checkId 'nonsense', expected one of catalogue-/],
      [
        'supplier-assessed',
        "The check 'supplier-assessed' does not apply to 'component:default/payments'; those that do are catalogue-owner, service-level-sla, continuity-tested, continuity-dependencies",
      ],
    ])('says why it cannot explain %s', async (checkId, message) => {
      await expect(explain(checkId)).rejects.toThrow(message);
    });

    it('knows nothing of what is hidden', async () => {
      const hidden = explain(
        'continuity-tested',
        'owner',
        'component:default/ledger',
      );
      await expect(hidden).rejects.toThrow(
        "No profile of 'component:default/ledger'",
      );
      await expect(hidden).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  },
);
