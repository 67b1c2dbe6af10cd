export { ClausesContent } from './ClausesContent';
