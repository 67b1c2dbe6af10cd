export { SuppliersContent } from './SuppliersContent';
