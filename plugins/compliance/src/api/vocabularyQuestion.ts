import { ComplianceApi } from '@service-compliance/backstage-plugin-compliance-common';

/** The words of the organisation; they change with the configuration only. */
export const vocabularyQuestion = {
  key: 'vocabulary',
  maxAge: 10 * 60 * 1000,
  load: (api: ComplianceApi) => api.getVocabulary(),
};
