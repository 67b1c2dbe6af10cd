import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
import { Router } from 'express';
import request from 'supertest';
import { FakeComplianceApi, summary } from './__testUtils__/FakeComplianceApi';
import searchModuleCompliance from './index';

const api = new FakeComplianceApi({
  entities: [summary('payments', { classification: 'confidential' })],
});

/** Whom the compliance backend was called by. */
const callers: string[] = [];

const fakeBackend = createBackendPlugin({
  pluginId: 'compliance',
  register(env) {
    env.registerInit({
      deps: {
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ http, httpAuth }) {
        const router = Router();
        router.use(async (req, _res, next) => {
          const { principal } = await httpAuth.credentials(req, {
            allow: ['service'],
          });
          callers.push(principal.subject);
          next();
        });
        router.get('/vocabulary', async (_req, res) => {
          res.json(await api.getVocabulary());
        });
        router.get('/checks', async (_req, res) => {
          res.json(await api.getChecks());
        });
        router.get('/entities', async (_req, res) => {
          res.json(await api.queryEntities({}));
        });
        http.use(router);
      },
    });
  },
});

describe('searchModuleCompliance in a search backend', () => {
  let backend: TestBackend;
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async requests =>
      requests.map(({ permission }) => ({
        result:
          permission.name === 'compliance.profile.read'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
  });

  async function start(compliance: { visibilityPermission?: string }) {
    const scheduler = mockServices.scheduler();
    backend = await startTestBackend({
      features: [
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            search: { collators: { compliance } },
          },
        }),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        permissions.factory,
        fakeBackend,
        searchPlugin,
        searchModuleCompliance,
      ],
    });
    await scheduler.triggerTask('search_index_compliance');
  }

  const search = async () => {
    const { body } = await request(backend.server)
      .get('/api/search/query?term=confidential')
      .set('Authorization', mockCredentials.user.header());
    return body.results;
  };

  afterEach(() => backend.stop());

  it('indexes with the credentials of the search backend', async () => {
    await start({});
    await expect(search()).resolves.toMatchObject([
      { type: 'compliance', document: { title: 'payments' } },
    ]);
    expect(new Set(callers)).toEqual(new Set(['plugin:search']));
  });

  it('lets another permission decide who finds something', async () => {
    await start({ visibilityPermission: 'compliance.profile.read' });
    await expect(search()).resolves.toEqual([]);
  });
});
