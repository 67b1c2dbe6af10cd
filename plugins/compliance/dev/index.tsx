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
  dependenciesResponse,
  dependencyNode,
  entityResponse,
  FakeComplianceApi,
  paymentsEntity,
  summary,
  summaryResponse,
  supplierSummary,
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
    overrides: { supplierRisk: dependenciesResponse().supplierRisk },
  }),
  entityResponse({
    overrides: { entityRef: 'resource:default/northgate-cloud' },
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

complianceApi.suppliers = [
  supplierSummary({
    nextAssessmentOn: inDays(-20),
    noticeBy: inDays(12),
    certifications: [
      { scheme: 'ISO 27001', validUntil: inDays(200), scope: 'hosting' },
      { scheme: 'SOC 2', validUntil: inDays(-3) },
    ],
  }),
  supplierSummary({
    entityRef: 'resource:default/acme-acquiring',
    title: 'Acme Acquiring',
    criticality: 'medium',
    inherentRisk: 'medium',
    residualRisk: 'low',
    dependents: 1,
    dependentsByTier: { 'tier-2': 1 },
    level: 'gold',
    score: 100,
  }),
];
complianceApi.dependencies = dependenciesResponse({
  dependents: dependencyNode('payments', {
    children: [
      dependencyNode('ledger', { children: [dependencyNode('shop')] }),
    ],
  }),
});

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

const estateLevels = (day: number) => ({
  none: 24 - Math.round(day / 6),
  bronze: 20,
  silver: 12 + Math.round(day / 10),
  gold: 7 + Math.round(day / 15),
});
const facetTotals = (clear: number, failing: number, unknown: number) => ({
  total: clear + failing + unknown,
  clear,
  failing,
  unknown,
});
const estateTotals = (total: number) => ({
  total,
  averageScore: 40 + (total % 7) * 7,
  levels: estateLevels(89),
  progress: { complete: 28, started: 30, untouched: 6 },
  facets: {
    serviceLevel: facetTotals(total - 3, 1, 2),
    information: facetTotals(total - 5, 3, 2),
    continuity: facetTotals(total - 4, 4, 0),
    supplier: facetTotals(0, 0, 0),
  },
});

complianceApi.summary = summaryResponse({
  ...estateTotals(64),
  groups: Array.from({ length: 14 }, (_, index) => ({
    key: `group:default/team-${index}`,
    ...estateTotals(20 - index),
  })),
});
complianceApi.trends = {
  points: Array.from({ length: 90 }, (_, day) => ({
    date: inDays(day - 89),
    // For some days the backend was away.
    ...(!(day > 40 && day < 47) && {
      total: 63,
      averageScore: 52 + Math.round(day * 1.4 + 20 * Math.sin(day / 8)) / 10,
      openFindings: 420 - day,
      unclassified: 24 - Math.round(day / 18),
      levels: estateLevels(day),
    }),
  })),
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
