export { ActiveFilters } from './ActiveFilters';
export { ServicesFilters } from './ServicesFilters';
