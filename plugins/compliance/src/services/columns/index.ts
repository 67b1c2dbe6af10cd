export { ColumnsMenu } from './ColumnsMenu';
export type { ColumnId } from './columnIds';
export { useChosenColumns } from './useChosenColumns';
export { useColumns } from './useColumns';
