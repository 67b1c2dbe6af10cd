import { HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response, Router } from 'express';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { CoverageReader } from '../coverage/CoverageReader';
import { EntityCoverageReader } from '../coverage/EntityCoverageReader';
import { AccessControl } from '../permissions/AccessControl';
import { profileNotFound } from '../permissions/notFound';
import { Ownership } from '../permissions/Ownership';
import { StandardCatalog } from '../standards/StandardCatalog';
import { readEntitiesBody, readEntitiesQuery } from './entitiesQuery';
import { knownStandard } from './standards';

export function addCoverageRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    standards: StandardCatalog;
    access: AccessControl;
    ownership: Ownership;
    clauseQueries: ClauseQueries;
    coverage: CoverageReader;
    entityCoverage: EntityCoverageReader;
  },
): void {
  const { httpAuth, standards, access, ownership, clauseQueries } = options;
  const { coverage, entityCoverage } = options;

  const sendCoverage = async (
    req: Request,
    res: Response,
    asked: { standard: string; query: EntitiesQuery },
  ) => {
    const { query } = asked;
    const standard = knownStandard(standards, asked.standard);
    const credentials = await httpAuth.credentials(req);
    res.json(
      await coverage.read({
        standard,
        selection: await clauseQueries.resolve(query),
        access: await access.accessOf(credentials),
        ownerRefs: query.filter?.mine
          ? await ownership.refsOf(credentials)
          : [],
        credentials,
      }),
    );
  };
  router.get('/coverage', (req, res) =>
    sendCoverage(req, res, {
      standard: String(req.query.standard),
      query: readEntitiesQuery(req.query, options),
    }),
  );
  router.post('/coverage/query', (req, res) =>
    sendCoverage(req, res, {
      standard: req.body.standard,
      query: readEntitiesBody(req.body, options),
    }),
  );

  router.get('/entities/:kind/:namespace/:name/coverage', async (req, res) => {
    const { kind, namespace, name } = req.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    const credentials = await httpAuth.credentials(req);
    const found = (await access.mayRead(entityRef, credentials))
      ? await entityCoverage.read(entityRef, credentials)
      : undefined;
    if (!found) {
      throw profileNotFound(entityRef);
    }
    res.json(found);
  });
}
