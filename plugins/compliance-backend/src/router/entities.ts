import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response, Router } from 'express';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { AccessControl } from '../permissions/AccessControl';
import { profileNotFound } from '../permissions/notFound';
import { Ownership } from '../permissions/Ownership';
import { UpdateControl } from '../permissions/UpdateControl';
import { EntityReader } from '../reporting/EntityReader';
import { ScorecardReader } from '../reporting/ScorecardReader';
import { readEntitiesBody, readEntitiesQuery } from './entitiesQuery';
import { sendEntity } from './sendEntity';

export function addEntityRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    access: AccessControl;
    ownership: Ownership;
    updates: UpdateControl;
    clauseQueries: ClauseQueries;
    entities: EntityReader;
    scorecards: ScorecardReader;
  },
): void {
  const { httpAuth, access, ownership, updates, clauseQueries } = options;
  const { entities, scorecards } = options;

  const sendPage = async (
    req: Request,
    res: Response,
    query: EntitiesQuery,
  ) => {
    const credentials = await httpAuth.credentials(req);
    res.json(
      await entities.query(
        await clauseQueries.resolve(query),
        await access.accessOf(credentials),
        query.filter?.mine ? await ownership.refsOf(credentials) : [],
      ),
    );
  };
  router.get('/entities', (req, res) =>
    sendPage(req, res, readEntitiesQuery(req.query, options)),
  );
  router.post('/entities/query', (req, res) =>
    sendPage(req, res, readEntitiesBody(req.body, options)),
  );

  router.get('/entities/:kind/:namespace/:name', async (req, res) => {
    const { kind, namespace, name } = req.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    const credentials = await httpAuth.credentials(req);
    const rights = await updates.rightsOn(entityRef, credentials);
    const entity = rights.mayRead
      ? await scorecards.read(entityRef, {
          access: () => access.accessOf(credentials),
          // Reading must not fail because that cannot be told.
          mayUpdate: owners => rights.mayUpdate(owners).catch(() => false),
        })
      : undefined;
    if (!entity) {
      throw profileNotFound(entityRef);
    }
    sendEntity(req, res, entity);
  });
}
