import {
  EntityOrderField,
  fieldList,
  ScaleId,
} from '@service-compliance/backstage-plugin-compliance-common';

/** A column of `entity` that holds a level of a scale. */
export interface ScaleColumn {
  /** As the API calls it. */
  id: 'serviceTier' | 'classification' | 'continuityTier' | 'supplierRisk';
  scale: ScaleId;
}

/** Those that the field table names. */
export const scaleColumns: readonly ScaleColumn[] = fieldList.flatMap(
  ({ column, scale }) => (column && scale ? [{ id: column, scale }] : []),
);

/** Everything that lists can be sorted by. */
export const orderFields: readonly EntityOrderField[] = [
  'name',
  'kind',
  'type',
  'owner',
  'system',
  'lifecycle',
  ...scaleColumns.map(({ id }) => id),
  'score',
  'level',
  'openFindings',
  'gainPerField',
];

/**
 * Name of the column in SQL, qualified with its table, of what the API calls by
 * this name.
 */
export function columnName(id: string): string {
  return `entity.${id.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}`;
}

/** The column of what lists can be sorted by. */
export function columnOf(
  field: EntityOrderField | 'progress' | 'domain',
): string {
  return columnName(field);
}
