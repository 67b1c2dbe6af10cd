/** What the catalog knows an entity by whose labels changed. */
export function refreshKey(entityRef: string): string {
  return `compliance:${entityRef}`;
}
