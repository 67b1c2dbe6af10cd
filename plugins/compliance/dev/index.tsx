import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { Entity } from '@backstage/catalog-model';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import compliancePlugin, { complianceApiRef } from '../src';
import {
  entityResponse,
  FakeComplianceApi,
  paymentsEntity,
  summary,
} from '../src/__testUtils__';

/** In scope, but the fake backend does not know it. */
const newEntity: Entity = {
  ...paymentsEntity,
  metadata: { name: 'ledger', title: 'Ledger' },
};

/** Not in scope. */
const domain: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Domain',
  metadata: { name: 'retail' },
  spec: { owner: 'group:default/payments-team' },
};

const levels = [undefined, 'none', 'bronze', 'silver', 'gold'];

const complianceApi = new FakeComplianceApi();
complianceApi.entities = [
  entityResponse({
    errors: [
      {
        field: 'continuity.rto',
        annotation: 'compliance/rto',
        value: '4 hours',
        expected: 'an ISO 8601 duration, such as PT4H or P1D',
        nearest: 'PT4H',
      },
    ],
  }),
];
complianceApi.summaries = [
  summary(),
  ...Array.from({ length: 63 }, (_, index) =>
    summary({
      entityRef: `component:default/service-${index}`,
      name: `service-${index}`,
      title: undefined,
      level: levels[index % 5],
      score: index % 5 === 0 ? undefined : (index % 5) * 22.5,
      classification: index % 3 === 0 ? undefined : 'restricted',
      openFindings: index % 7,
    }),
  ),
];
const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

complianceApi.todo = {
  ownerRefs: ['user:default/kim', 'group:default/payments-team'],
  due: [
    {
      entityRef: 'component:default/payments',
      title: 'Payment gateway',
      checkId: 'continuity-tested',
      checkTitle: 'Continuity plan is tested in time',
      dueOn: inDays(8),
      fields: ['continuity.lastTestedOn'],
    },
  ],
  progress: [
    {
      owner: 'group:default/payments-team',
      complete: 12,
      started: 40,
      untouched: 11,
    },
    { owner: 'user:default/kim', complete: 1, started: 0, untouched: 0 },
  ],
};

createDevApp({
  features: [
    compliancePlugin,
    catalogPlugin,
    createFrontendModule({
      pluginId: 'compliance',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: complianceApiRef,
              deps: {},
              factory: () => complianceApi,
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () =>
                new InMemoryCatalogClient({
                  entities: [paymentsEntity, newEntity, domain],
                }),
            }),
        }),
      ],
    }),
  ],
});
