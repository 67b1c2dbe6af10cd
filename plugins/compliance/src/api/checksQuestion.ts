import { ComplianceApi } from '@service-compliance/backstage-plugin-compliance-common';

/** The checks of the organisation; they change with the configuration only. */
export const checksQuestion = {
  key: 'checks',
  maxAge: 10 * 60 * 1000,
  load: (api: ComplianceApi) => api.getChecks(),
};
