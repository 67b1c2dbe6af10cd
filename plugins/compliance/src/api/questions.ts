import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityResponse,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useCallback } from 'react';
import { complianceApiRef } from './complianceApiRef';
import { checksQuestion } from './checksQuestion';
import { EntityCompliance, loadEntityCompliance } from './loadEntityCompliance';
import { forgetAnswer, rememberAnswer, sharedAnswer } from './sharedAnswer';
import { useAnswer } from './useAnswer';
import { vocabularyQuestion } from './vocabularyQuestion';

const SECONDS = 1000;
const MINUTES = 60 * SECONDS;

/** The words of the organisation; they change with the configuration only. */
export function useVocabulary() {
  return useAnswer(vocabularyQuestion);
}

/** The checks of the organisation; they change with the configuration only. */
export function useChecks() {
  return useAnswer(checksQuestion);
}

/** The last runs of the mirror and the assessment. */
export function useStatus() {
  return useAnswer({
    key: 'status',
    maxAge: 10 * SECONDS,
    load: api => api.getStatus(),
  });
}

/**
 * The standards with these ids, by id. One that cannot be loaded is left out:
 * its clauses are then shown by their numbers alone.
 */
export function useStandards(ids: string[]): Map<string, StandardResponse> {
  const sorted = [...new Set(ids)].sort();
  const { value } = useAnswer({
    key: `standards:${sorted.join(' ')}`,
    maxAge: 10 * MINUTES,
    load: async api => {
      const answers = await Promise.allSettled(
        sorted.map(id =>
          sharedAnswer({
            api,
            key: `standard:${id}`,
            maxAge: 10 * MINUTES,
            load: () => api.getStandard(id),
          }),
        ),
      );
      return new Map(
        answers.flatMap(answer =>
          answer.status === 'fulfilled'
            ? [[answer.value.id, answer.value] as const]
            : [],
        ),
      );
    },
  });
  return value ?? new Map();
}

/** Questions whose answers say something about several entities. */
const listKeys = ['todo', 'todo:top'];

const entityKey = (entityRef: string) => `entity:${entityRef}`;

/**
 * Everything known about the compliance of an entity. Card and tab share it
 * for as long as it takes to go from one to the other.
 */
export function useEntityCompliance(entity: Entity) {
  return useAnswer({
    key: entityKey(stringifyEntityRef(entity)),
    maxAge: 10 * SECONDS,
    load: api => loadEntityCompliance(api, entity),
  });
}

/**
 * Shows an entity as it became, e.g. after an edit, wherever it is shown, and
 * asks again for the lists that it is in.
 */
export function useRememberEntity() {
  const api = useApi(complianceApiRef);
  return useCallback(
    (compliance: EntityResponse) => {
      rememberAnswer({
        api,
        key: entityKey(compliance.entityRef),
        maxAge: 10 * SECONDS,
        load: async (): Promise<EntityCompliance> => ({
          state: 'known',
          compliance,
          vocabulary: await sharedAnswer({ api, ...vocabularyQuestion }),
        }),
      });
      listKeys.forEach(key => forgetAnswer(api, key));
    },
    [api],
  );
}

/** Has what is known of entities asked again, e.g. after a bulk edit. */
export function useForgetEntities() {
  const api = useApi(complianceApiRef);
  return useCallback(
    (entityRefs: string[]) =>
      [...entityRefs.map(entityKey), ...listKeys].forEach(key =>
        forgetAnswer(api, key),
      ),
    [api],
  );
}
