export { ExportMenu } from './ExportMenu';
export { ExportStatus } from './ExportStatus';
export { useExport } from './useExport';
