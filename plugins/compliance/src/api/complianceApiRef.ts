import { createApiRef } from '@backstage/frontend-plugin-api';
import { ComplianceApi } from '@service-compliance/backstage-plugin-compliance-common';

/**
 * The compliance backend, seen with the eyes of the signed-in user.
 *
 * @public
 */
export const complianceApiRef = createApiRef<ComplianceApi>().with({
  id: 'plugin.compliance.client',
  pluginId: 'compliance',
});
