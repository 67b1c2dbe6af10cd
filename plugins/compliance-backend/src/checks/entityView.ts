import { JsonObject, JsonValue } from '@backstage/types';
import {
  EntityFacts,
  fieldList,
  SourcedValue,
} from '@service-compliance/backstage-plugin-compliance-common';
import { MirroredEntity } from '../catalog/types';

/** What is kept of an entity, in the shape that filter predicates expect. */
export function entityView(entity: MirroredEntity | EntityFacts): JsonObject {
  return {
    kind: entity.kind,
    metadata: {
      namespace: entity.namespace,
      name: entity.name,
      title: entity.title,
      description: entity.description,
      labels: entity.labels,
      annotations: entity.annotations,
      tags: entity.tags,
    },
    spec: {
      type: entity.type,
      lifecycle: entity.lifecycle,
      owner: entity.owners[0],
      system: entity.system,
    },
  };
}

const profileViews = new WeakMap<EntityFacts, JsonObject>();

/** The same with the effective values of the profile. */
export function profileView(facts: EntityFacts): JsonObject {
  let view = profileViews.get(facts);
  if (!view) {
    const profile: Record<string, Record<string, JsonValue>> = {};
    for (const { group, name } of fieldList) {
      const values = facts.profile[group] as Record<string, SourcedValue>;
      const value = values[name]?.value as JsonValue | undefined;
      if (value !== undefined) {
        (profile[group] ??= {})[name] = value;
      }
    }
    view = { ...entityView(facts), profile };
    profileViews.set(facts, view);
  }
  return view;
}
