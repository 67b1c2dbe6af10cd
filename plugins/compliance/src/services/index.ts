export { ServicesContent } from './ServicesContent';
