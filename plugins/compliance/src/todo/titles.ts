import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { defaultEntityPresentation } from '@backstage/plugin-catalog-react';
import { EntitySummary } from '@service-compliance/backstage-plugin-compliance-common';

/** What a service is called. */
export function titleOf(service: EntitySummary): string {
  const { title, name, namespace } = service;
  return (
    title ?? (namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`)
  );
}

/** What an entity is called of which only the ref is known. */
export function entityTitle(entityRef: string): string {
  const [defaultKind] = entityRef.split(':');
  return defaultEntityPresentation(entityRef, { defaultKind }).primaryTitle;
}
