/**
 * The language of service compliance: vocabulary, profiles, standards, checks,
 * scorecards, labels, permissions and the client of the backend.
 *
 * @packageDocumentation
 */

export * from './vocabulary';
export * from './profile';
export * from './standards';
export * from './checks';
export * from './scorecard';
export * from './coverage';
export * from './documents';
export * from './applicability';
export * from './client';
export * from './query';
export * from './labels';
export * from './scope';
export * from './permissions';
