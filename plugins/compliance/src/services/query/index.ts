export { clauseConditions, withClause } from './clauseConditions';
export { QueryBox } from './QueryBox';
export { readQueryText } from './readQueryText';
export type { ReadQueryText } from './readQueryText';
export { useQueryFields } from './useQueryFields';
