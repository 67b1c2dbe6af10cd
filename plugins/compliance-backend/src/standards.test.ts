import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { parse } from 'yaml';
import { testScheduler } from './__testUtils__/testBackend';
import compliancePlugin from './index';

const root = resolve(__dirname, '../../..');
/** As the demo has it. */
const { standards, declaredChecks } = parse(
  readFileSync(resolve(root, 'app-config.yaml'), 'utf8'),
).compliance as { standards: string[]; declaredChecks: JsonObject[] };

const policyFile = resolve(root, 'packages/backend', standards[0]);
const policy = 'larkfield-operational-resilience';

async function start(compliance: JsonObject) {
  const scheduler = testScheduler();
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({ data: { compliance } }),
      scheduler.factory,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'ledger',
              annotations: {
                'compliance/service-tier': 'tier-0',
                'compliance/continuity-test-kind': 'tabletop',
                'compliance/slos': 'https://git.example.com/slo.yaml',
              },
            },
            spec: { type: 'service', lifecycle: 'production', owner: 'team' },
          },
        ],
      }),
      compliancePlugin,
    ],
  });
  const get = async (path: string) => {
    const { body } = await request(backend.server)
      .get(`/api/compliance${path}`)
      .set('Authorization', mockCredentials.user.header());
    return body;
  };
  return { backend, scheduler, get };
}

describe('standards in files', () => {
  it('stand beside the built-in ones, with checks from app-config', async () => {
    const { backend, scheduler, get } = await start({
      standards: [policyFile],
      declaredChecks,
    });
    const { items } = await get('/standards');
    expect(items[2]).toEqual({
      id: policy,
      title: 'Larkfield Bank Operational Resilience Policy',
      managementSystem: 'sms',
      clauses: 10,
      controls: 0,
    });

    const { clauses, themes, crosswalks } = await get(`/standards/${policy}`);
    expect(clauses).toHaveLength(10);
    expect(clauses).toContainEqual({
      id: '2.2',
      title: 'Failover rehearsals',
      kind: 'clause',
      parent: '2',
      evidence: 'service',
      unit: true,
      checks: ['larkfield-failover'],
    });
    expect(clauses).toContainEqual({
      id: '4',
      title: 'Oversight by the board',
      kind: 'clause',
      evidence: 'organisation',
      unit: true,
      checks: [],
    });
    expect(themes).toEqual([]);
    expect(crosswalks).toMatchObject([
      { source: policy, target: 'iso20000-1-2018', status: 'draft' },
      { source: policy, target: 'iso27001-2022', status: 'draft' },
    ]);

    // The other end knows the crosswalk and the check, too.
    const iso = await get('/standards/iso20000-1-2018');
    expect(iso.crosswalks.map(({ id }: { id: string }) => id)).toEqual([
      'iso20000-1-2018-to-iso27001-2022',
      `${policy}-to-iso20000-1-2018`,
    ]);
    expect(
      iso.clauses.find(({ id }: { id: string }) => id === '8.3.3').checks,
    ).toContain('larkfield-objectives');

    await scheduler.runCycle();
    const { scorecard } = await get('/entities/component/default/ledger');
    expect(scorecard.results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          checkId: 'larkfield-failover',
          status: 'fail',
          clauses: [{ standard: policy, clause: '2.2' }],
        }),
        expect.objectContaining({
          checkId: 'larkfield-objectives',
          status: 'pass',
        }),
      ]),
    );
    await backend.stop();
  });

  it('stop the start when a file is wrong', async () => {
    await expect(
      start({ standards: [policyFile, __filename] }),
    ).rejects.toThrow(`${__filename}:1: found`);
  });

  it('stop the start when a check names a clause that they do not have', async () => {
    const [check] = declaredChecks;
    await expect(
      start({
        standards: [policyFile],
        declaredChecks: [
          { ...check, clauses: [{ standard: policy, clause: '2.4' }] },
        ],
      }),
    ).rejects.toThrow(
      "compliance.declaredChecks[0].clauses[0].clause: found '2.4', expected a clause or control of Larkfield Bank Operational Resilience Policy, such as 1.1",
    );
  });
});
