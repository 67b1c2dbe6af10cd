import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  FieldGroup,
  fieldList,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Request } from 'express';

/** A write of the profile of one entity. Values are never told. */
export interface AuditedWrite {
  request: Request<any, any, any, any, any>;
  actionType: 'edit' | 'withdraw' | 'accept' | 'bulk';
  entityRef: string;
  group: FieldGroup;
  /** Names of fields as they were sent; those that are unknown are left out. */
  names: string[];
}

/** Tells the auditor that somebody attempts a write. */
export function auditWrite(
  auditor: AuditorService,
  write: AuditedWrite,
): Promise<AuditorServiceEvent> {
  const { request, actionType, entityRef, group, names } = write;
  return auditor.createEvent({
    eventId: 'profile-update',
    severityLevel: 'medium',
    request,
    meta: {
      actionType,
      entityRef,
      facet: group,
      fields: fieldList
        .filter(field => field.group === group && names.includes(field.name))
        .map(({ id }) => id),
    },
  });
}

/** An error without what it carries for forms, which may be values. */
export function withoutDetails(error: unknown): Error {
  const { name, message } = toError(error);
  const bare = new Error(message);
  bare.name = name;
  return bare;
}
