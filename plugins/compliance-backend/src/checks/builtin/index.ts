export { builtInChecks } from './builtInChecks';
