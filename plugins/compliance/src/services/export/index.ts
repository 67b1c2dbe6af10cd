export { ExportMenu } from './ExportMenu';
export { ExportStatus } from './ExportStatus';
export { useDownload } from './useDownload';
export { useExport } from './useExport';
