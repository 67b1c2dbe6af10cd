export { complianceApiRef } from './complianceApiRef';
export { isErrorNamed } from './loadEntityCompliance';
export type { EntityCompliance } from './loadEntityCompliance';
export {
  useChecks,
  useEntityCompliance,
  useForgetEntities,
  useRememberEntity,
  useStandards,
  useStatus,
  useVocabulary,
} from './questions';
export { sharedAnswer } from './sharedAnswer';
export type { AnswerState } from './useAnswer';
export { useAllStandards } from './useAllStandards';
