import { DEFAULT_NAMESPACE, parseEntityRef } from '@backstage/catalog-model';

/** What a supplier is called: its title, or its name. */
export function supplierName(supplier: {
  entityRef: string;
  title?: string;
}): string {
  const { namespace, name } = parseEntityRef(supplier.entityRef);
  return (
    supplier.title ??
    (namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`)
  );
}
