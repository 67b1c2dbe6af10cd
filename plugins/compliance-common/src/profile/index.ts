export { nearestId } from './types';
export type {
  Certification,
  CiaRatings,
  InputKind,
  Parsed,
  PriorityTargets,
  ValueType,
} from './types';
export {
  compareDurations,
  durationToMillis,
  formatDuration,
  isDuration,
  suggestDuration,
} from './duration';
export { addDuration, isDate, subtractDuration, suggestDate } from './dates';
export { facets, fieldList, fields } from './fields';
export type {
  Facet,
  Field,
  FieldEntry,
  FieldGroup,
  FieldValues,
} from './fields';
export { readAnnotations, writeAnnotations } from './declared';
export type {
  AnnotationError,
  DeclaredProfile,
  ProfileValues,
} from './declared';
export { readEdited } from './edited';
export type { EditedProfile } from './edited';
export { compareValues, isSameValue } from './changes';
export type { FieldChange } from './changes';
export { notApplicableReason } from './exclusions';
export { fieldGroupSchema } from './schema';
export { effectiveProfile } from './effective';
export type {
  EffectiveProfile,
  Precedence,
  ScopeDefaults,
  SourcedValue,
  ValueSource,
} from './effective';
