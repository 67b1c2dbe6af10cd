import {
  DependenciesResponse,
  DependencyNode,
  SupplierSummary,
} from '@service-compliance/backstage-plugin-compliance-common';

/** A supplier of whom all is known, and on whom twelve services depend. */
export function supplierSummary(
  overrides: Partial<SupplierSummary> = {},
): SupplierSummary {
  return {
    entityRef: 'resource:default/northgate-cloud',
    title: 'Northgate Cloud',
    owner: 'group:default/platform',
    kind: 'external',
    criticality: 'critical',
    inherentRisk: 'critical',
    residualRisk: 'high',
    dataAccess: 'confidential',
    lastAssessedOn: '2026-01-20',
    nextAssessmentOn: '2026-07-20',
    contractEndsOn: '2027-12-31',
    noticeBy: '2027-09-30',
    certifications: [
      { scheme: 'ISO 27001', validUntil: '2027-03-31', scope: 'hosting' },
    ],
    score: 62.5,
    level: 'bronze',
    openFindings: 2,
    dependents: 12,
    dependentsByTier: { 'tier-1': 3, 'tier-0': 2, unset: 7 },
    ...overrides,
  };
}

/** An entity of a tree that nothing is below of; a service of tier 1. */
export function dependencyNode(
  name: string,
  overrides: Partial<DependencyNode> = {},
): DependencyNode {
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    type: 'service',
    isSupplier: false,
    serviceTier: 'tier-1',
    classification: 'confidential',
    rto: 'PT4H',
    children: [],
    ...overrides,
  };
}

/**
 * The payment gateway needs the ledger, which recovers later and runs on a
 * supplier of high risk; the shop needs the gateway.
 */
export function dependenciesResponse(
  overrides: Partial<DependenciesResponse> = {},
): DependenciesResponse {
  const supplier = dependencyNode('northgate-cloud', {
    entityRef: 'resource:default/northgate-cloud',
    kind: 'Resource',
    type: 'supplier',
    isSupplier: true,
    serviceTier: undefined,
    classification: undefined,
    rto: undefined,
    residualRisk: 'high',
  });
  const ledger = dependencyNode('ledger', {
    rto: 'P1D',
    children: [
      supplier,
      dependencyNode('payments', { children: undefined }),
      { entityRef: 'component:default/archive', isSupplier: false },
    ],
  });
  return {
    dependencies: dependencyNode('payments', { children: [ledger] }),
    dependents: dependencyNode('payments', {
      children: [dependencyNode('shop', { serviceTier: 'tier-0' })],
    }),
    supplierRisk: {
      risk: 'high',
      path: [
        'component:default/payments',
        'component:default/ledger',
        'resource:default/northgate-cloud',
      ],
    },
    recovery: [
      {
        path: ['component:default/payments', 'component:default/ledger'],
        rto: 'P1D',
      },
    ],
    ...overrides,
  };
}
