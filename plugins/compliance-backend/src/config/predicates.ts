import {
  createZodV4FilterPredicateSchema,
  FilterPredicate,
} from '@backstage/filter-predicates';
import {
  FieldEntry,
  fieldList,
  nearestId,
} from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';

const ENTITY_PATHS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
];
const OPEN_PATHS = ['metadata.labels.', 'metadata.annotations.'];
const PROFILE_PATHS = fieldList.map(({ id }) => `profile.${id}`);

/** The field that a path of a predicate looks into, if it is one. */
export function fieldAt(path: string): FieldEntry | undefined {
  return fieldList.find(({ id }) => `${path}.`.startsWith(`profile.${id}.`));
}

/** The paths that a predicate looks at, without those inside of lists. */
export function pathsOf(predicate: FilterPredicate): string[] {
  if (typeof predicate !== 'object') {
    return [];
  }
  return Object.entries(predicate).flatMap(([key, value]) => {
    switch (key) {
      case '$all':
      case '$any':
        return (value as FilterPredicate[]).flatMap(pathsOf);
      case '$not':
        return pathsOf(value as FilterPredicate);
      default:
        return [key];
    }
  });
}

const schema = createZodV4FilterPredicateSchema();

/** A filter predicate over the whole entity, as the catalog has it. */
export const catalogPredicate = z.custom<FilterPredicate>(
  value => typeof value === 'object' && schema.safeParse(value).success,
  'a filter predicate, such as { kind: Component, spec.type: service }',
);

/**
 * A filter predicate over what is kept of an entity. A path that is not kept
 * would never match, so it is reported.
 */
function predicateOver(
  closedPaths: string[],
  isOpen: (path: string) => boolean,
) {
  return catalogPredicate.superRefine((predicate, context) => {
    // Refinements also run on what the check before has refused already.
    if (!schema.safeParse(predicate).success) {
      return;
    }
    for (const path of pathsOf(predicate)) {
      if (!closedPaths.includes(path) && !isOpen(path)) {
        context.addIssue({
          code: 'custom',
          message: `one of ${[
            ...ENTITY_PATHS,
            ...OPEN_PATHS.map(prefix => `${prefix}<key>`),
          ].join(', ')}${
            closedPaths === ENTITY_PATHS ? '' : ', profile.<group>.<field>'
          }`,
          params: {
            found: `the path '${path}'`,
            nearest: nearestId(path, closedPaths),
          },
        });
      }
    }
  });
}

const isOpenPath = (path: string) =>
  OPEN_PATHS.some(prefix => path.startsWith(prefix));

/** A filter predicate over an entity. */
export const entityPredicate = predicateOver(ENTITY_PATHS, isOpenPath);

/** A filter predicate over an entity and its effective profile. */
export const profilePredicate = predicateOver(
  [...ENTITY_PATHS, ...PROFILE_PATHS],
  path => isOpenPath(path) || fieldAt(path) !== undefined,
);
