export { isStated, sourcedIn, valueIn } from './values';
