import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { Request } from 'express';
import { documentFields } from './fields';

/**
 * Tells the auditor that somebody attempts to change the register. Values are
 * never told.
 */
export function auditDocument(
  auditor: AuditorService,
  request: Request<any, any, any, any, any>,
  actionType: 'create' | 'edit' | 'withdraw' | 'remove',
): Promise<AuditorServiceEvent> {
  const { id } = request.params;
  return auditor.createEvent({
    eventId: 'document-update',
    severityLevel: 'medium',
    request,
    meta: {
      actionType,
      ...(id !== undefined && { documentId: id }),
      fields: documentFields.filter(field =>
        Object.hasOwn(Object(request.body), field),
      ),
    },
  });
}
