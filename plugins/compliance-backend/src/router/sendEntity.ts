import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response } from 'express';
import { sendEditable } from './sendEditable';

/**
 * Answers an entity. Its ETag is the version of the profile; the scorecard
 * changes without it.
 */
export function sendEntity(
  req: Request<any, any, any, any, any>,
  res: Response,
  entity: EntityResponse,
): void {
  sendEditable(req, res, entity, entity.version);
}
