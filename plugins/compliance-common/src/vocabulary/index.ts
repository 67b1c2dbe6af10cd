export * from './types';
export { dataAccessScale, defaultVocabulary } from './defaults';
export { findLevel, rankOf } from './scales';
export { readVocabulary } from './readVocabulary';
