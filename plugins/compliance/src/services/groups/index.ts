export { GroupBySelect } from './GroupBySelect';
export { ServiceGroups } from './ServiceGroups';
