import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
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
import { Assessor } from './assessment/Assessor';
import { Cycle } from './assessment/Cycle';
import { RunStore } from './assessment/RunStore';
import { CatalogMirror } from './catalog/CatalogMirror';
import { Rules } from './checks/Rules';
import { StandardCatalog } from './checks/StandardCatalog';
import { readComplianceConfig } from './config/readConfig';
import { connect } from './database/migrate';
import { LabelReader } from './labels/LabelReader';
import { AccessControl } from './permissions/AccessControl';
import { Ownership } from './permissions/Ownership';
import { UpdateControl } from './permissions/UpdateControl';
import { Announcer } from './profiles/Announcer';
import { BulkEditor } from './profiles/BulkEditor';
import { readLiveChannels } from './profiles/liveChannels';
import { Previewer } from './profiles/Previewer';
import { ProfileEditor } from './profiles/ProfileEditor';
import { EntityReader } from './reporting/EntityReader';
import { ResultExplainer } from './reporting/ResultExplainer';
import { ScorecardReader } from './reporting/ScorecardReader';
import { TodoReader } from './reporting/TodoReader';
import { createRouter } from './router/createRouter';

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
          standards: [...addedStandards, ...config.standards],
          crosswalks: [...addedCrosswalks, ...config.crosswalks],
        });
        const rules = Rules.create({ config, standards, addedChecks });
        const { scope, vocabulary, historyRetention } = config;

        const knex = await connect(services.database);
        const runs = new RunStore(knex);
        const assessor = new Assessor({ knex, rules, vocabulary });
        const cycle = new Cycle({
          knex,
          mirror: new CatalogMirror({
            knex,
            catalog,
            auth,
            scope,
            vocabulary,
          }),
          assessor,
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
          announcer: new Announcer({
            events: services.events,
            signals: services.signals,
            logger,
            channelOf,
          }),
        });

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
            entities: new EntityReader({ knex, scale: config }),
            scorecards: new ScorecardReader({
              knex,
              rules,
              vocabulary,
              channelOf,
            }),
            editor,
            bulkEditor: new BulkEditor({ updates, editor }),
            previewer: new Previewer({
              knex,
              assessor,
              explainer: new ResultExplainer({ knex, rules }),
            }),
            todo: new TodoReader({ knex, rules }),
            labels: new LabelReader(knex),
            runs,
          }),
        );
      },
    });
  },
});
