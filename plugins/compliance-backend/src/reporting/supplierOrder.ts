import {
  SuppliersQuery,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { exactly, folded } from '../database/text';
import { rank } from './entityOrder';

/** What suppliers can be sorted by. */
export type SupplierOrderField = NonNullable<SuppliersQuery['order']>['field'];

type SortKey = (knex: Knex, vocabulary: Vocabulary) => Knex.Raw;

/** A column that holds a level, in the order of its scale. */
const scaled =
  (column: string, scale: 'criticality' | 'risk'): SortKey =>
  (knex, { scales }) =>
    rank(
      knex,
      column,
      scales[scale].map(({ id }) => id),
    );

const keys: Record<SupplierOrderField, SortKey> = {
  name: knex => folded(knex, 'entity.name'),
  criticality: scaled('entity.supplier_criticality', 'criticality'),
  residualRisk: scaled('entity.own_supplier_risk', 'risk'),
  nextAssessmentOn: knex => exactly(knex, 'entity.next_assessment_on'),
  contractEndsOn: knex => exactly(knex, 'entity.contract_ends_on'),
  score: knex => knex.raw('entity.score'),
};

/** Everything that suppliers can be sorted by. */
export const supplierOrderFields = Object.keys(keys) as SupplierOrderField[];

/** What the list is sorted by, as SQL; null is what has no value. */
export function supplierSortKey(
  knex: Knex,
  field: SupplierOrderField,
  vocabulary: Vocabulary,
): Knex.Raw {
  return keys[field](knex, vocabulary);
}
