import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { StandardResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { loadEntityCompliance } from './loadEntityCompliance';
import { useAnswer } from './useAnswer';

const SECONDS = 1000;
const MINUTES = 60 * SECONDS;

/** The words of the organisation; they change with the configuration only. */
export function useVocabulary() {
  return useAnswer({
    key: 'vocabulary',
    maxAge: 10 * MINUTES,
    load: api => api.getVocabulary(),
  });
}

/** The checks of the organisation; they change with the configuration only. */
export function useChecks() {
  return useAnswer({
    key: 'checks',
    maxAge: 10 * MINUTES,
    load: api => api.getChecks(),
  });
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
        sorted.map(id => api.getStandard(id)),
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

/**
 * Everything known about the compliance of an entity. Card and tab share it
 * for as long as it takes to go from one to the other.
 */
export function useEntityCompliance(entity: Entity) {
  return useAnswer({
    key: `entity:${stringifyEntityRef(entity)}`,
    maxAge: 10 * SECONDS,
    load: api => loadEntityCompliance(api, entity),
  });
}
