import { parseEntityRef } from '@backstage/catalog-model';

/** Whether a text names an entity of the catalog, and not just anybody. */
export function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}
