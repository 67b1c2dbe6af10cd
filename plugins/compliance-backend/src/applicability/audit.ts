import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { applicabilityFields } from '@service-compliance/backstage-plugin-compliance-common';
import { Request } from 'express';

/** Tells the auditor that somebody attempts to change a draft. No text is told. */
export function auditEdit(
  auditor: AuditorService,
  request: Request<any, any, any, any, any>,
): Promise<AuditorServiceEvent> {
  const { standard, clause } = request.params;
  return auditor.createEvent({
    eventId: 'applicability-update',
    severityLevel: 'medium',
    request,
    meta: {
      actionType: 'edit',
      standard,
      clause,
      fields: applicabilityFields.filter(field =>
        Object.hasOwn(request.body, field),
      ),
    },
  });
}

/** Tells the auditor that somebody attempts to approve a draft. */
export function auditApproval(
  auditor: AuditorService,
  request: Request<any, any, any, any, any>,
): Promise<AuditorServiceEvent> {
  return auditor.createEvent({
    eventId: 'applicability-approve',
    severityLevel: 'high',
    request,
    meta: { actionType: 'approve', standard: request.body.standard },
  });
}
