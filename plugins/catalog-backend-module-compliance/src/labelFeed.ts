import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ComplianceClient } from '@service-compliance/backstage-plugin-compliance-common';
import { ReadLabels } from './LabelFollower';

const PAGE_SIZE = 1_000;
const TIMEOUT = 30_000;

/** Reads the feed of labels of the compliance backend, as the catalog. */
export function labelFeed(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): ReadLabels {
  const { auth, discovery } = options;
  const client = new ComplianceClient({ discoveryApi: discovery });
  return async after => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'compliance',
    });
    return client.getLabels(
      { after, limit: PAGE_SIZE },
      { token, signal: AbortSignal.timeout(TIMEOUT) },
    );
  };
}
