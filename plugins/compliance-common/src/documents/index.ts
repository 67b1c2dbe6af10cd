export * from './types';
export { documentAnnotations } from './annotations';
export { unknownClauses } from './unknownClauses';
export type { UnknownClause } from './unknownClauses';
export { documentShape } from './documentShape';
export { readDocument } from './readDocument';
export type { DocumentReading } from './readDocument';
export { documentState, nextReviewOn } from './documentState';
