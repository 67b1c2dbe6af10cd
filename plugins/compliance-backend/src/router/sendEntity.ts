import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response } from 'express';

/**
 * Answers an entity. Its ETag is the version of the profile, for edits to name;
 * the scorecard changes without it, so no copy that is kept is ever fresh.
 */
export function sendEntity(
  req: Request<any, any, any, any, any>,
  res: Response,
  entity: EntityResponse,
): void {
  delete req.headers['if-none-match'];
  res.set('ETag', `"${entity.version}"`);
  res.set('Cache-Control', 'no-store');
  res.json(entity);
}
