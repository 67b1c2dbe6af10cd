import {
  DEFAULT_NAMESPACE,
  Entity,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { createHash } from 'node:crypto';
import { cut } from '../database/text';
import { Dependency, MirroredEntity } from './types';

/** What has to be asked of the catalog for {@link toMirroredEntity}. */
export const mirroredFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.tags',
  'metadata.labels',
  'metadata.annotations',
  'spec.type',
  'spec.lifecycle',
  'spec.owner',
  'spec.system',
  'relations',
];

/** As long as the columns of refs, types and lifecycles. */
const MAX_LENGTH = 255;
const MAX_TEXT_LENGTH = 500;
const MAX_ANNOTATION_LENGTH = 1100;
/** As in the catalog's own index. */
const MAX_SEARCH_LENGTH = 200;

const dependencyTypes: Record<string, Dependency['type']> = {
  [RELATION_DEPENDS_ON]: 'dependsOn',
  [RELATION_CONSUMES_API]: 'consumesApi',
  [RELATION_API_PROVIDED_BY]: 'apiProvidedBy',
};

const isScalar = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value);

/**
 * Custom kinds may have anything in their spec; scalars count as text, and what
 * is blank as nothing.
 */
function textOf(value: unknown, maxLength: number): string | undefined {
  return isScalar(value) && String(value).trim() !== ''
    ? cut(String(value), maxLength)
    : undefined;
}

function textsOf(
  values: Record<string, unknown> | undefined,
  maxLength: number,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([key, value]) => [
      key,
      cut(String(value), maxLength),
    ]),
  );
}

/**
 * The facts about an entity that are kept, from its relations and metadata.
 * Whether its owners exist and which domain its system is part of are not known
 * here: `missingOwners` is empty, and `domain` is the one it is part of itself.
 */
export function toMirroredEntity(entity: Entity): MirroredEntity {
  const { metadata, spec } = entity;
  const entityRef = stringifyEntityRef(entity);
  const owners = new Set<string>();
  const dependencies = new Map<string, Dependency>();
  let system: string | undefined;
  let domain: string | undefined;

  for (const { type, targetRef } of entity.relations ?? []) {
    const dependencyType = dependencyTypes[type];
    if (targetRef.length > MAX_LENGTH) {
      // No entity of the catalog has such a ref.
      continue;
    } else if (type === RELATION_OWNED_BY) {
      owners.add(targetRef);
    } else if (type === RELATION_PART_OF && targetRef.startsWith('system:')) {
      system ??= targetRef;
    } else if (type === RELATION_PART_OF && targetRef.startsWith('domain:')) {
      domain ??= targetRef;
    } else if (dependencyType && targetRef !== entityRef) {
      dependencies.set(`${dependencyType} ${targetRef}`, {
        targetRef,
        type: dependencyType,
      });
    }
  }

  return {
    entityRef,
    kind: entity.kind,
    namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
    name: metadata.name,
    title: textOf(metadata.title, MAX_TEXT_LENGTH),
    description: textOf(metadata.description, MAX_TEXT_LENGTH),
    type: textOf(spec?.type, MAX_LENGTH),
    lifecycle: textOf(spec?.lifecycle, MAX_LENGTH),
    system,
    domain,
    owners: [...owners],
    missingOwners: [],
    tags: (metadata.tags ?? []).map(String),
    labels: textsOf(metadata.labels, MAX_TEXT_LENGTH),
    annotations: textsOf(metadata.annotations, MAX_ANNOTATION_LENGTH),
    dependencies: [...dependencies.values()],
  };
}

/**
 * The values of an entity that the catalog's permission rules match, as the
 * catalog indexes them: keys and values in lower case, null when there is a key
 * but no value or one that is too long. Only scalars are kept, and of the owners
 * only what the spec says: the relations are kept elsewhere.
 */
export function searchValues(entity: Entity): Record<string, string | null> {
  const { metadata, spec } = entity;
  const values: Record<string, string | null> = {};
  const add = (rawKey: string, rawValue: unknown) => {
    const key = rawKey.toLowerCase();
    if (key.length > MAX_SEARCH_LENGTH) {
      return;
    }
    if (rawValue === null) {
      values[key] = null;
    } else if (isScalar(rawValue)) {
      const value = String(rawValue).toLowerCase();
      values[key] = value.length <= MAX_SEARCH_LENGTH ? value : null;
    }
  };
  add('metadata.name', metadata.name);
  add('metadata.namespace', metadata.namespace ?? DEFAULT_NAMESPACE);
  add('metadata.title', metadata.title);
  for (const [key, value] of Object.entries(metadata.labels ?? {})) {
    add(`metadata.labels.${key}`, value);
  }
  for (const [key, value] of Object.entries(metadata.annotations ?? {})) {
    add(`metadata.annotations.${key}`, value);
  }
  for (const key of ['type', 'lifecycle', 'owner', 'system']) {
    add(`spec.${key}`, spec?.[key]);
  }
  return values;
}

/** Changes when anything changes that is kept of an entity; 43 characters. */
export function factsHash(facts: string, search: string): string {
  return createHash('sha256')
    .update(facts)
    .update('\n')
    .update(search)
    .digest('base64url');
}
