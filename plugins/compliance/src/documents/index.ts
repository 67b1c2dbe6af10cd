export { DocumentsContent } from './DocumentsContent';
