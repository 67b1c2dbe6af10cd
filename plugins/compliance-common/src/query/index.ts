export type { QueryField, QueryFieldType } from './types';
export {
  checkStatuses,
  clauseFieldId,
  progresses,
  queryFields,
} from './queryFields';
export { queryValuesOf } from './fieldParts';
export { parseQuery } from './parseQuery';
export type { QueryProblem } from './parseQuery';
