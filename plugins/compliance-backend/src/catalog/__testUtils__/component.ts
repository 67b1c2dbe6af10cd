import { Entity } from '@backstage/catalog-model';

/** A component as the catalog has it, with what matters to a test. */
export function component(
  name: string,
  options: {
    namespace?: string;
    title?: string;
    description?: string;
    type?: string;
    owners?: string[];
    system?: string;
    dependsOn?: string[];
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { type, owners, system, dependsOn, ...metadata } = options;
  const relations = [
    ...(owners ?? []).map(targetRef => ({ type: 'ownedBy', targetRef })),
    ...(system ? [{ type: 'partOf', targetRef: system }] : []),
    ...(dependsOn ?? []).map(targetRef => ({ type: 'dependsOn', targetRef })),
  ];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', ...metadata },
    spec: { type: type ?? 'service', lifecycle: 'production', owner: 'x' },
    relations,
  };
}
