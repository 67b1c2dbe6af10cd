export * from './types';
export { defineStandard } from './defineStandard';
export type { ClauseDefinition, StandardDefinition } from './defineStandard';
export { iso20000 } from './iso20000-1-2018';
export { iso27001 } from './iso27001-2022';
export { iso20000ToIso27001 } from './crosswalk';
