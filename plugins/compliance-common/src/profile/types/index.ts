export * from './types';
export { levelType, nearestId } from './level';
export {
  dateType,
  durationType,
  entityType,
  linkType,
  percentType,
  textType,
} from './scalars';
export {
  certificationsType,
  countriesType,
  linksType,
  textsType,
} from './lists';
export type { Certification } from './lists';
export { ratingsType, targetsType } from './composites';
export type { CiaRatings, PriorityTargets } from './composites';
export { exclusionsType } from './exclusions';
