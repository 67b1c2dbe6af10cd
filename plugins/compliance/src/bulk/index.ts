export { BulkEditDialog } from './BulkEditDialog';
export type { BulkEditDialogProps } from './BulkEditDialog';
