import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';

/** What is known of an entity of which at least the ref is. */
interface NamedEntity {
  entityRef: string;
  /** As it is written; a ref is in lower case. */
  namespace?: string;
  name?: string;
  title?: string;
}

/** The name of an entity, after its namespace unless that is the default. */
export function nameOf(entity: NamedEntity): string {
  const { entityRef, namespace, name } = entity;
  if (namespace === undefined || name === undefined) {
    const [defaultKind] = entityRef.split(':');
    return defaultEntityPresentation(entityRef, { defaultKind }).primaryTitle;
  }
  return namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
}

/** What an entity is called: its title, or its name. */
export function titleOf(entity: NamedEntity): string {
  return entity.title ?? nameOf(entity);
}

/** What an entity is called of which only the ref is known. */
export function entityTitle(entityRef: string): string {
  return nameOf({ entityRef });
}
