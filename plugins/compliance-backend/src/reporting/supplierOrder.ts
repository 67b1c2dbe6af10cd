import {
  SuppliersQuery,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { exactly, folded } from '../database/text';
import { rank } from './entityOrder';
import { SortKey } from './sortedPage';

/** What suppliers can be sorted by. */
export type SupplierOrderField = NonNullable<SuppliersQuery['order']>['field'];

type CreateKey = (knex: Knex, vocabulary: Vocabulary) => SortKey;

/** A column that holds a level, in the order of its scale. */
const scaled =
  (column: string, scale: 'criticality' | 'risk'): CreateKey =>
  (knex, { scales }) =>
    rank(
      knex,
      column,
      scales[scale].map(({ id }) => id),
    );

/** A day, as ISO 8601 writes it. */
const day =
  (column: string): CreateKey =>
  knex => ({ sql: exactly(knex, column), type: 'text' });

const keys: Record<SupplierOrderField, CreateKey> = {
  name: knex => ({ sql: folded(knex, 'entity.name'), type: 'text' }),
  criticality: scaled('entity.supplier_criticality', 'criticality'),
  residualRisk: scaled('entity.own_supplier_risk', 'risk'),
  nextAssessmentOn: day('entity.next_assessment_on'),
  contractEndsOn: day('entity.contract_ends_on'),
  score: knex => ({ sql: knex.raw('entity.score'), type: 'number' }),
};

/** Everything that suppliers can be sorted by. */
export const supplierOrderFields = Object.keys(keys) as SupplierOrderField[];

/** What the list is sorted by. */
export function supplierSortKey(
  knex: Knex,
  field: SupplierOrderField,
  vocabulary: Vocabulary,
): SortKey {
  return keys[field](knex, vocabulary);
}
