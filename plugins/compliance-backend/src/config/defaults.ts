import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  defaultScope,
  Facet,
} from '@service-compliance/backstage-plugin-compliance-common';

/*
 * What holds where app-config says nothing.
 */

export const scope: FilterPredicate = defaultScope;

/** Components and resources that stand for something another party runs. */
export const suppliers: FilterPredicate = {
  kind: { $in: ['Component', 'Resource'] },
  'spec.type': {
    $in: ['supplier', 'saas', 'vendor', 'external-service', 'third-party'],
  },
};

const isKind = (...kinds: string[]): FilterPredicate => ({
  kind: { $in: kinds },
});

/** Code and text that nobody operates have no tier and process nothing. */
const runs: FilterPredicate = {
  $not: { 'spec.type': { $in: ['library', 'documentation'] } },
};

/** Which entities carry which facet, given which of them are suppliers. */
export function facets(
  supplierPredicate: FilterPredicate,
): Record<Facet, FilterPredicate> {
  const own: FilterPredicate = { $not: supplierPredicate };
  return {
    serviceLevel: { $all: [isKind('Component', 'System'), runs, own] },
    information: {
      $all: [isKind('Component', 'System', 'API', 'Resource'), runs, own],
    },
    continuity: {
      $all: [isKind('Component', 'System', 'Resource'), runs, own],
    },
    supplier: supplierPredicate,
  };
}

/**
 * Often, because a cycle in which nothing changed costs little more than
 * reading the catalog; the timeout lets the first cycle of a large catalog
 * end.
 */
export const schedule = {
  frequency: { minutes: 2 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 5 },
} satisfies SchedulerServiceTaskScheduleDefinition;

export const historyRetention = 'P2Y';

/** A service, its gateway, what that runs on, and who supplies it. */
export const supplierRiskDepth = 3;
