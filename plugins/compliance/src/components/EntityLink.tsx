import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}

/** A link to an entity; a reference that cannot be read stays text. */
export function EntityLink(props: { entityRef: string; defaultKind?: string }) {
  const { entityRef, defaultKind } = props;
  return isEntityRef(entityRef) ? (
    <EntityRefLink
      entityRef={entityRef}
      defaultKind={defaultKind}
      disableTooltip
    />
  ) : (
    <>{entityRef}</>
  );
}
