import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/*
 * The plugin alone, over a catalog of three entities and an empty database.
 * `npm start` in the folder of the package, then:
 *
 *   curl localhost:7007/api/compliance/entities
 *   curl localhost:7007/api/compliance/entities/component/default/payments
 */

const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments',
      namespace: 'default',
      title: 'Payments',
      annotations: {
        'compliance/service-tier': 'tier-1',
        'compliance/information-classification': 'confidential',
        'compliance/rto': '4 hours',
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments' },
      { type: 'dependsOn', targetRef: 'resource:default/cloud-host' },
    ],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'cloud-host', namespace: 'default' },
    spec: { type: 'supplier', owner: 'payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
];

const backend = createBackend();
// Not that of the portal: its database must not lose its entities.
backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl: 'http://localhost:7007',
        listen: { host: 'localhost', port: 7007 },
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
    },
  }),
);
backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(catalogServiceMock.factory({ entities }));
backend.add(import('../src'));
backend.start();
