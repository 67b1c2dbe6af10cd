import { HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { RequestHandler, Router } from 'express';
import { RunStore } from '../assessment/RunStore';
import { Rules } from '../checks/Rules';
import { StandardCatalog } from '../checks/StandardCatalog';
import { ComplianceConfig } from '../config/types';
import { AccessControl } from '../permissions/AccessControl';
import { EntityReader } from '../reporting/EntityReader';
import { ScorecardReader } from '../reporting/ScorecardReader';
import { spec } from '../schema/openapi';
import { addCheckRoutes } from './checks';
import { addEntityRoutes } from './entities';
import { keepEmptyLists } from './keepEmptyLists';
import { nameValues } from './nameValues';
import { addStandardRoutes } from './standards';
import { addStatusRoutes } from './status';
import { addVocabularyRoutes } from './vocabulary';

/** What the routes need. */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  config: ComplianceConfig;
  rules: Rules;
  standards: StandardCatalog;
  access: AccessControl;
  entities: EntityReader;
  scorecards: ScorecardReader;
  runs: RunStore;
  /** Answers that break the contract become errors; meant for tests. */
  validateResponses?: boolean;
}

/** The REST API, as described in `schema/openapi.ts`. */
export function createRouter(options: RouterOptions): Router {
  const router = Router();
  router.use(authenticate(options.httpAuth));
  // The validating router would serve it too, but as one of OpenAPI 3.0.
  router.get('/openapi.json', (req, res) => {
    res.json({ ...spec, servers: [{ url: req.baseUrl || '/' }] });
  });
  router.use(keepEmptyLists);

  const routes = createValidatedOpenApiRouter(spec, {
    validatorOptions: { validateResponses: options.validateResponses ?? false },
  }) as Router;
  routes.use(nameValues);
  addVocabularyRoutes(routes, options);
  addCheckRoutes(routes, options);
  addStandardRoutes(routes, options);
  addEntityRoutes(routes, options);
  addStatusRoutes(routes, options);
  router.use(routes);
  return router;
}

/** Nothing is told to those who are not signed in. */
function authenticate(httpAuth: HttpAuthService): RequestHandler {
  return (req, _res, next) => {
    httpAuth
      .credentials(req, { allow: ['user', 'service'] })
      .then(() => next(), next);
  };
}
