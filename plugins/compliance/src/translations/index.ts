export { complianceTranslationRef } from './complianceTranslationRef';
