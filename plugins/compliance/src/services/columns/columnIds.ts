/** The columns of the table, in their order; the first is always shown. */
export const columnIds = [
  'name',
  'score',
  'strictScore',
  'level',
  'openFindings',
  'serviceTier',
  'classification',
  'continuityTier',
  'supplierRisk',
  'owner',
  'system',
  'domain',
  'kind',
  'type',
  'lifecycle',
  'progress',
  'missing',
  'assessedAt',
] as const;

/** A column of the table. */
export type ColumnId = (typeof columnIds)[number];

/** What fits beside each other on a usual screen. */
export const defaultColumns: ColumnId[] = [
  'name',
  'score',
  'level',
  'openFindings',
  'serviceTier',
  'classification',
  'continuityTier',
  'supplierRisk',
  'owner',
];

/**
 * Columns in their order, the first always among them; what is not known is
 * left out.
 */
export function readColumns(values: readonly string[]): ColumnId[] {
  return columnIds.filter((id, index) => index === 0 || values.includes(id));
}

/** Whether these are the columns that are shown unless others are chosen. */
export function areDefaultColumns(columns: ColumnId[]): boolean {
  return columns.join() === defaultColumns.join();
}
