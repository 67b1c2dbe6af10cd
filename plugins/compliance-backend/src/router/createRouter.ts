import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { RequestHandler, Router } from 'express';
import { Knex } from 'knex';
import { RunStore } from '../assessment/RunStore';
import { Rules } from '../checks/Rules';
import { Statements } from '../applicability/Statements';
import { ComplianceConfig } from '../config/types';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { CoverageReader } from '../coverage/CoverageReader';
import { EntityCoverageReader } from '../coverage/EntityCoverageReader';
import { Documents } from '../documents/Documents';
import { AuditFiles } from '../exports/AuditFiles';
import { ServiceExporter } from '../exports/ServiceExporter';
import { LabelReader } from '../labels/LabelReader';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { UpdateControl } from '../permissions/UpdateControl';
import { BulkEditor } from '../profiles/BulkEditor';
import { Previewer } from '../profiles/Previewer';
import { ProfileEditor } from '../profiles/ProfileEditor';
import { DependencyReader } from '../reporting/DependencyReader';
import { EntityReader } from '../reporting/EntityReader';
import { ScorecardReader } from '../reporting/ScorecardReader';
import { SummaryReader } from '../reporting/SummaryReader';
import { SupplierReader } from '../reporting/SupplierReader';
import { TodoReader } from '../reporting/TodoReader';
import { TrendReader } from '../reporting/TrendReader';
import { spec } from '../schema/openapi';
import { StandardCatalog } from '../standards/StandardCatalog';
import { addApplicabilityRoutes } from './applicability';
import { addAuditExportRoutes } from './auditExports';
import { addBulkRoutes } from './bulk';
import { addCheckRoutes } from './checks';
import { addCoverageRoutes } from './coverage';
import { addDependencyRoutes } from './dependencies';
import { addDocumentRoutes } from './documents';
import { addEntityRoutes } from './entities';
import { addExportRoutes } from './exports';
import { jsonBody } from './jsonBody';
import { keepEmptyLists } from './keepEmptyLists';
import { addLabelRoutes } from './labels';
import { nameValues } from './nameValues';
import { profileErrors } from './profileErrors';
import { addProfileRoutes } from './profiles';
import { addStandardRoutes } from './standards';
import { addStatusRoutes } from './status';
import { addSummaryRoutes } from './summary';
import { addSupplierRoutes } from './suppliers';
import { addTodoRoutes } from './todo';
import { addVocabularyRoutes } from './vocabulary';

/** What the routes need. */
export interface RouterOptions {
  knex: Knex;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  config: ComplianceConfig;
  rules: Rules;
  standards: StandardCatalog;
  access: AccessControl;
  ownership: Ownership;
  updates: UpdateControl;
  entities: EntityReader;
  exporter: ServiceExporter;
  auditFiles: AuditFiles;
  scorecards: ScorecardReader;
  editor: ProfileEditor;
  bulkEditor: BulkEditor;
  previewer: Previewer;
  todo: TodoReader;
  summaries: SummaryReader;
  trends: TrendReader;
  suppliers: SupplierReader;
  dependencies: DependencyReader;
  clauseQueries: ClauseQueries;
  coverage: CoverageReader;
  entityCoverage: EntityCoverageReader;
  documents: Documents;
  statements: Statements;
  labels: LabelReader;
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
  // Before the validating router, which has a limit and errors of its own.
  for (const path of [
    '/profiles/bulk',
    '/entities/query',
    '/summary/query',
    '/trends/query',
    '/coverage/query',
    '/exports',
  ]) {
    router.use(path, jsonBody('1mb'));
  }
  router.use(jsonBody('100kb'));

  const routes = createValidatedOpenApiRouter(spec, {
    validatorOptions: { validateResponses: options.validateResponses ?? false },
  }) as Router;
  routes.use(nameValues);
  addVocabularyRoutes(routes, options);
  addCheckRoutes(routes, options);
  addStandardRoutes(routes, options);
  addEntityRoutes(routes, options);
  addExportRoutes(routes, options);
  // After those of services, whose paths it would match.
  addAuditExportRoutes(routes, options);
  addProfileRoutes(routes, options);
  addBulkRoutes(routes, options);
  addTodoRoutes(routes, options);
  addSummaryRoutes(routes, options);
  addSupplierRoutes(routes, options);
  addDependencyRoutes(routes, options);
  addCoverageRoutes(routes, options);
  addDocumentRoutes(routes, options);
  addApplicabilityRoutes(routes, options);
  addLabelRoutes(routes, options);
  addStatusRoutes(routes, options);
  routes.use(profileErrors);
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
