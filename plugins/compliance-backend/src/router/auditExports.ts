import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Router } from 'express';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { AuditFileRequest, AuditFiles } from '../exports/AuditFiles';
import { AccessControl } from '../permissions/AccessControl';
import { profileNotFound } from '../permissions/notFound';
import { Ownership } from '../permissions/Ownership';
import { EntityReader } from '../reporting/EntityReader';
import { readEntitiesQuery } from './entitiesQuery';
import { filtersOf } from './exports';
import { fileSender } from './sendFile';

/** Files for auditors, of all services that match or of one. */
export function addAuditExportRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    access: AccessControl;
    ownership: Ownership;
    clauseQueries: ClauseQueries;
    entities: EntityReader;
    auditFiles: AuditFiles;
  },
): void {
  const { access, ownership, clauseQueries, entities, auditFiles } = options;
  const send = fileSender(options);

  router.get('/exports/:file', (req, res) => {
    const { file: name } = req.params;
    const writeFile = auditFiles.find(name);
    if (!writeFile) {
      throw new NotFoundError(
        `There is no export '${name}', expected one of services.csv, services.json, ${auditFiles.names.join(
          ', ',
        )}`,
      );
    }
    const entityRef = readEntityRef(req.query.entityRef);
    const selection = readEntitiesQuery(req.query, options);
    return send(req, res, {
      ...nameParts(name),
      meta: {
        file: name,
        filters: filtersOf(selection),
        ...(entityRef && { entityRef }),
      },
      async write(credentials, counter) {
        const resolved = await clauseQueries.resolve(selection);
        const query = entityRef ? only(entityRef, resolved) : resolved;
        const request: AuditFileRequest = {
          query,
          entityRef,
          credentials,
          access: await access.accessOf(credentials),
          ownerRefs: query.filter?.mine
            ? await ownership.refsOf(credentials)
            : [],
          onServices: count => {
            counter.rows += count;
          },
        };
        if (entityRef) {
          const { items } = await entities.query(
            { ...query, limit: 1 },
            request.access,
            request.ownerRefs,
          );
          if (items.length === 0) {
            throw profileNotFound(entityRef);
          }
        }
        return writeFile(request);
      },
    });
  });
}

function readEntityRef(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind: 'component' }),
    );
  } catch (error) {
    throw new InputError(
      `Invalid entityRef '${value.slice(
        0,
        80,
      )}', expected an entity ref such as component:default/payments (${
        toError(error).message
      })`,
    );
  }
}

/** The query for one entity, if it matches. */
function only(entityRef: string, selection: EntitiesQuery): EntitiesQuery {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    ...selection,
    query: {
      $all: [
        { kind },
        { namespace },
        { name },
        selection.query ?? { $all: [] },
      ],
    },
  };
}

function nameParts(file: string): { name: string; extension: 'csv' | 'json' } {
  const dot = file.lastIndexOf('.');
  return {
    name: file.slice(0, dot),
    extension: file.slice(dot + 1) as 'csv' | 'json',
  };
}
