export { ApplicabilityContent } from './ApplicabilityContent';
