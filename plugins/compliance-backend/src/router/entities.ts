import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { Router } from 'express';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { AccessControl } from '../permissions/AccessControl';
import { EntityReader } from '../reporting/EntityReader';
import { ScorecardReader } from '../reporting/ScorecardReader';
import { readEntitiesQuery } from './entitiesQuery';

export function addEntityRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    access: AccessControl;
    entities: EntityReader;
    scorecards: ScorecardReader;
  },
): void {
  const { httpAuth, access, entities, scorecards } = options;

  router.get('/entities', async (req, res) => {
    const query = readEntitiesQuery(req.query, options);
    const credentials = await httpAuth.credentials(req);
    res.json(await entities.query(query, await access.accessOf(credentials)));
  });

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const { kind, namespace, name } = req.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    const credentials = await httpAuth.credentials(req);
    const entity = (await access.mayRead(entityRef, credentials))
      ? await scorecards.read(entityRef, () => access.accessOf(credentials))
      : undefined;
    if (!entity) {
      // The same for what does not exist and for what is hidden.
      throw new NotFoundError(
        `No profile of '${entityRef}': it is not in scope, was not read from the catalog yet, or is not visible to you`,
      );
    }
    res.json(entity);
  });
}
