import { createExplainFindingAction } from './createExplainFindingAction';
import { createGetServiceComplianceAction } from './createGetServiceComplianceAction';
import { createQueryServicesAction } from './createQueryServicesAction';

/** What the actions need. */
export type ActionsOptions = Parameters<
  typeof createGetServiceComplianceAction
>[0] &
  Parameters<typeof createQueryServicesAction>[0] &
  Parameters<typeof createExplainFindingAction>[0];

/** Offers to agents what people see in the portal; all of it only reads. */
export function registerActions(options: ActionsOptions): void {
  createGetServiceComplianceAction(options);
  createQueryServicesAction(options);
  createExplainFindingAction(options);
}
