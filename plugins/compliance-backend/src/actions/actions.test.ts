import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { testScheduler } from '../__testUtils__/testBackend';
import compliancePlugin from '../index';

jest.setTimeout(60_000);

describe('actions of the compliance plugin', () => {
  const scheduler = testScheduler();
  let backend: TestBackend;

  const start = async (pluginSources: string[]) => {
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: { backend: { actions: { pluginSources } } },
        }),
        actionsRegistryServiceFactory,
        scheduler.factory,
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: { name: 'payments', namespace: 'default' },
              spec: { type: 'service' },
            },
          ],
        }),
        compliancePlugin,
      ],
    });
    await scheduler.runCycle();
  };
  const actionIds = async () => {
    const { body } = await request(backend.server)
      .get('/api/compliance/.backstage/actions/v1/actions')
      .set('Authorization', mockCredentials.user.header());
    return body.actions.map(({ id }: { id: string }) => id);
  };
  const invoke = (action: string, input: object) =>
    request(backend.server)
      .post(`/api/compliance/.backstage/actions/v2/actions/${action}/invoke`)
      .set('Authorization', mockCredentials.user.header())
      .send({ input });

  afterEach(() => backend.stop());

  it('are offered by the registry of a backend', async () => {
    await start(['compliance']);
    await expect(actionIds()).resolves.toEqual([
      'compliance:get-service-compliance',
      'compliance:query-services',
      'compliance:explain-finding',
    ]);
    const { body } = await invoke('compliance:query-services', {
      kind: ['component'],
    });
    expect(body.output).toMatchObject({
      total: 1,
      services: [{ entityRef: 'component:default/payments' }],
    });
    const refused = await invoke('compliance:explain-finding', {
      entityRef: 'payments',
      checkId: 'catalog-owner',
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toBe(
      "Unknown checkId 'catalog-owner', did you mean 'catalogue-owner'?",
    );
  });

  it('are offered only where the configuration says so', async () => {
    await start(['catalog']);
    await expect(actionIds()).resolves.toEqual([]);
    const { status } = await invoke('compliance:query-services', {});
    expect(status).toBe(404);
  });
});
