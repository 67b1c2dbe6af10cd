import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  ComplianceApi,
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { sharedAnswer } from './sharedAnswer';
import { vocabularyQuestion } from './vocabularyQuestion';

/** What the backend knows about an entity, or why it knows nothing. */
export type EntityCompliance =
  | {
      state: 'known';
      compliance: EntityResponse;
      vocabulary: VocabularyResponse;
    }
  /** In scope, but the catalog was last read before the entity was added. */
  | { state: 'not-seen'; catalogReadAt?: string }
  | { state: 'out-of-scope' };

/** Whether an error, or the error a backend answered with, has this name. */
export function isErrorNamed(error: unknown, name: string): boolean {
  const { name: own, cause } = (error ?? {}) as {
    name?: string;
    cause?: { name?: string };
  };
  return own === name || cause?.name === name;
}

/** Loads what the backend knows about an entity. */
export async function loadEntityCompliance(
  api: ComplianceApi,
  entity: Entity,
): Promise<EntityCompliance> {
  const [compliance, vocabulary] = await Promise.all([
    api.getEntity(stringifyEntityRef(entity)).catch(error => {
      if (isErrorNamed(error, 'NotFoundError')) {
        return undefined;
      }
      throw error;
    }),
    sharedAnswer({ api, ...vocabularyQuestion }),
  ]);
  if (compliance) {
    return { state: 'known', compliance, vocabulary };
  }
  if (!evaluateFilterPredicate(vocabulary.scope, entity)) {
    return { state: 'out-of-scope' };
  }
  const { catalogReadAt } = await api.getStatus();
  return { state: 'not-seen', catalogReadAt };
}
