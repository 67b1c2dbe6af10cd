export { defaultLevels, NO_LEVEL } from './types';
export type { LevelRule, Score, Scorecard } from './types';
export { findingStatuses, isOpen } from './isOpen';
export { scoreOf } from './score';
export type { ScoredResult } from './score';
export { nextSteps } from './nextSteps';
export { completionOf } from './completion';
export type { Completion, Progress } from './completion';
