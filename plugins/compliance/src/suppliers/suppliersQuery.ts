import { parseEntityRef } from '@backstage/catalog-model';
import { SuppliersQuery } from '@service-compliance/backstage-plugin-compliance-common';

/** A column by which suppliers can be sorted. */
export type OrderField = NonNullable<SuppliersQuery['order']>['field'];

const orderFields: readonly OrderField[] = [
  'name',
  'criticality',
  'residualRisk',
  'nextAssessmentOn',
  'contractEndsOn',
  'score',
];

/** What the table of suppliers shows. */
export interface ShownSuppliers {
  search: string;
  order: { field: OrderField; direction: 'asc' | 'desc' };
  /** Entity ref of the supplier whose dependents are shown. */
  opened?: string;
}

/** What is shown when the address of the page says nothing. */
export const defaultQuery: ShownSuppliers = {
  search: '',
  order: { field: 'name', direction: 'asc' },
};

function isEntityRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}

/** Reads the address of the page; what is not known is ignored. */
export function readQuery(params: URLSearchParams): ShownSuppliers {
  const opened = params.get('supplier');
  const field = orderFields.find(name => name === params.get('sort'));
  return {
    search: params.get('q') ?? '',
    order: {
      field: field ?? defaultQuery.order.field,
      direction: params.get('direction') === 'desc' ? 'desc' : 'asc',
    },
    opened: opened !== null && isEntityRef(opened) ? opened : undefined,
  };
}

/**
 * Writes into the address of the page, where only what differs from the default
 * is said and parameters of others stay.
 */
export function writeQuery(
  query: ShownSuppliers,
  current: URLSearchParams,
): URLSearchParams {
  const { search, order, opened } = query;
  const params = new URLSearchParams(current);
  const values = {
    q: search,
    sort: order.field === defaultQuery.order.field ? '' : order.field,
    direction:
      order.direction === defaultQuery.order.direction ? '' : order.direction,
    supplier: opened ?? '',
  };
  for (const [name, value] of Object.entries(values)) {
    if (value) {
      params.set(name, value);
    } else {
      params.delete(name);
    }
  }
  return params;
}
