import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  compliancePermissions,
  Crosswalk,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  Check,
  complianceChecksExtensionPoint,
  complianceStandardsExtensionPoint,
} from '@service-compliance/backstage-plugin-compliance-node';
import { registerActions } from './actions/registerActions';
import { ServiceReader } from './actions/ServiceReader';
import { DeclaredStatements } from './applicability/DeclaredStatements';
import { Statements } from './applicability/Statements';
import { Assessor } from './assessment/Assessor';
import { Cycle } from './assessment/Cycle';
import { RunStore } from './assessment/RunStore';
import { CatalogMirror } from './catalog/CatalogMirror';
import { Rules } from './checks/Rules';
import { readComplianceConfig } from './config/readConfig';
import { ClauseQueries } from './coverage/ClauseQueries';
import { CoverageReader } from './coverage/CoverageReader';
import { EntityCoverageReader } from './coverage/EntityCoverageReader';
import { connect } from './database/migrate';
import { SupplierRisk } from './dependencies/SupplierRisk';
import { declaredInConfig } from './documents/declaredInConfig';
import { DocumentMirror } from './documents/DocumentMirror';
import { Documents } from './documents/Documents';
import { DocumentStore } from './documents/DocumentStore';
import { AuditFiles } from './exports/AuditFiles';
import { ServiceExporter } from './exports/ServiceExporter';
import { LabelReader } from './labels/LabelReader';
import { AssessedServiceReader } from './oscal/AssessedServiceReader';
import { AccessControl } from './permissions/AccessControl';
import { Ownership } from './permissions/Ownership';
import { UpdateControl } from './permissions/UpdateControl';
import { Announcer } from './profiles/Announcer';
import { BulkEditor } from './profiles/BulkEditor';
import { readLiveChannels } from './profiles/liveChannels';
import { Previewer } from './profiles/Previewer';
import { ProfileEditor } from './profiles/ProfileEditor';
import { DependencyReader } from './reporting/DependencyReader';
import { EntityReader } from './reporting/EntityReader';
import { ResultExplainer } from './reporting/ResultExplainer';
import { ScorecardReader } from './reporting/ScorecardReader';
import { SummaryReader } from './reporting/SummaryReader';
import { SupplierReader } from './reporting/SupplierReader';
import { TodoReader } from './reporting/TodoReader';
import { TrendReader } from './reporting/TrendReader';
import { createRouter } from './router/createRouter';
import { readStandardFiles } from './standards/readStandardFiles';
import { StandardCatalog } from './standards/StandardCatalog';

function addUnique<T extends { id: string }>(
  what: string,
  known: T[],
  added: T[],
): void {
  for (const item of added) {
    if (known.some(({ id }) => id === item.id)) {
      throw new Error(`The ${what} '${item.id}' was added already`);
    }
    known.push(item);
  }
}

/**
 * Mirrors the catalog, assesses what is in scope and serves profiles and
 * scorecards under `/api/compliance`.
 *
 * @public
 */
export const compliancePlugin = createBackendPlugin({
  pluginId: 'compliance',
  register(env) {
    const addedChecks: Check[] = [];
    const addedStandards: Standard[] = [];
    const addedCrosswalks: Crosswalk[] = [];

    env.registerExtensionPoint(complianceChecksExtensionPoint, {
      addCheck: (...checks) => addUnique('check', addedChecks, checks),
    });
    env.registerExtensionPoint(complianceStandardsExtensionPoint, {
      addStandard: (...standards) =>
        addUnique('standard', addedStandards, standards),
      addCrosswalk: (...crosswalks) =>
        addUnique('crosswalk', addedCrosswalks, crosswalks),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { auth, catalog, httpAuth, logger, permissions } = services;

        const config = readComplianceConfig(services.rootConfig);
        const standards = StandardCatalog.create({
          standards: addedStandards,
          crosswalks: addedCrosswalks,
          files: await readStandardFiles(config.standards),
        });
        const rules = Rules.create({ config, standards, addedChecks });
        const declaredStatements = DeclaredStatements.create({
          configured: config.applicability,
          standards,
        });
        const { scope, vocabulary, levels, historyRetention } = config;

        const configuredDocuments = declaredInConfig(
          config.documents,
          standards.standards,
        );

        const knex = await connect(services.database);
        const documentStore = new DocumentStore(knex);
        await documentStore.declare('config', configuredDocuments);
        const documents = new Documents({
          store: documentStore,
          auth,
          permissions,
          catalog,
          standards: standards.standards,
        });
        const statements = new Statements({
          knex,
          auth,
          permissions,
          declared: declaredStatements,
        });
        const runs = new RunStore(knex);
        const assessor = new Assessor({ knex, rules, vocabulary });
        const supplierRisk = new SupplierRisk({
          knex,
          vocabulary,
          depth: config.supplierRisk.depth,
        });
        const cycle = new Cycle({
          knex,
          mirror: new CatalogMirror({
            knex,
            catalog,
            auth,
            scope,
            vocabulary,
          }),
          documents: new DocumentMirror({
            store: documentStore,
            catalog,
            auth,
            standards: standards.standards,
            logger,
          }),
          assessor,
          supplierRisk,
          runs,
          rules,
          logger,
          events: services.events,
          historyRetention,
        });
        await services.scheduler.scheduleTask({
          ...config.schedule,
          id: 'compliance-cycle',
          fn: signal => cycle.run(signal),
        });

        const access = new AccessControl({ knex, permissions, catalog, scope });
        const ownership = new Ownership({
          userInfo: services.userInfo,
          catalog,
          auth,
        });
        const updates = new UpdateControl({
          knex,
          auth,
          catalog,
          permissions,
          arePermissionsEnabled:
            services.rootConfig.getOptionalBoolean('permission.enabled') ??
            false,
          access,
          ownership,
        });
        const channelOf = await readLiveChannels(knex);
        const editor = new ProfileEditor({
          knex,
          assessor,
          supplierRisk,
          announcer: new Announcer({
            events: services.events,
            signals: services.signals,
            logger,
            channelOf,
          }),
          logger,
        });

        const clauseQueries = new ClauseQueries({ rules, statements });
        const evidence = { statements, documents: documents.reader };
        const coverage = new CoverageReader({ knex, rules, ...evidence });
        const entityCoverage = new EntityCoverageReader({
          knex,
          rules,
          ...evidence,
        });
        const entities = new EntityReader({ knex, scale: config });
        const scorecards = new ScorecardReader({
          knex,
          rules,
          vocabulary,
          channelOf,
        });

        const exporter = new ServiceExporter({ knex, rules, entities });

        services.permissionsRegistry.addPermissions(compliancePermissions);
        services.httpRouter.use(
          createRouter({
            knex,
            auditor: services.auditor,
            httpAuth,
            config,
            rules,
            standards,
            access,
            ownership,
            updates,
            entities,
            exporter,
            auditFiles: new AuditFiles({
              rules,
              standards,
              coverage,
              entityCoverage,
              services: new AssessedServiceReader({
                knex,
                rules,
                exporter,
                explainer: new ResultExplainer({ knex, rules }),
                statements,
              }),
              statements,
            }),
            scorecards,
            editor,
            bulkEditor: new BulkEditor({ updates, editor, logger }),
            previewer: new Previewer({
              knex,
              assessor,
              explainer: new ResultExplainer({ knex, rules }),
            }),
            todo: new TodoReader({ knex, rules }),
            summaries: new SummaryReader({ knex, rules, levels }),
            trends: new TrendReader({ knex, levels }),
            suppliers: new SupplierReader({
              knex,
              rules,
              vocabulary,
              depth: config.supplierRisk.depth,
            }),
            documents,
            dependencies: new DependencyReader({ knex, rules, vocabulary }),
            clauseQueries,
            coverage,
            entityCoverage,
            statements,
            labels: new LabelReader(knex),
            runs,
          }),
        );
        registerActions({
          actionsRegistry: services.actionsRegistry,
          config,
          rules,
          standards,
          access,
          ownership,
          clauseQueries,
          entities,
          services: new ServiceReader({ access, scorecards }),
        });
      },
    });
  },
});
