import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  FieldGroup,
  ProfileRevision,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response, Router } from 'express';
import { Knex } from 'knex';
import { ComplianceConfig } from '../config/types';
import { AccessControl } from '../permissions/AccessControl';
import { profileNotFound } from '../permissions/notFound';
import { UpdateControl } from '../permissions/UpdateControl';
import { acceptValue } from '../profiles/acceptValue';
import { auditWrite } from '../profiles/audit';
import { Edit, replaceGroup, withdrawGroup } from '../profiles/edits';
import { onlyFor, readIfMatch } from '../profiles/precondition';
import { Previewer } from '../profiles/Previewer';
import { ProfileEditor } from '../profiles/ProfileEditor';
import { readHistory } from '../profiles/readHistory';
import { ScorecardReader } from '../reporting/ScorecardReader';
import { auditedWrite } from './auditedWrite';
import { sendEntity } from './sendEntity';

const ENTITY = '/entities/:kind/:namespace/:name';
const PROFILE = `${ENTITY}/profile/:facet`;

type Action = Exclude<ProfileRevision['action'], 'declare'>;

/** What a path is about. */
function targetOf(req: Request): { entityRef: string; group: FieldGroup } {
  const { kind, namespace, name, facet } = req.params;
  return {
    entityRef: stringifyEntityRef({ kind, namespace, name }),
    group: facet as FieldGroup,
  };
}

export function addProfileRoutes(
  router: Router,
  options: {
    knex: Knex;
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    access: AccessControl;
    updates: UpdateControl;
    editor: ProfileEditor;
    previewer: Previewer;
    scorecards: ScorecardReader;
  },
): void {
  const { knex, auditor, httpAuth, access, updates, scorecards } = options;
  const { vocabulary } = options.config;

  /** Applies an edit under the precondition of a request. */
  async function apply(
    req: Request,
    action: Action,
    createEdit: () => Edit,
  ): Promise<{ outcome: string; version: string; fields: string[] }> {
    const { entityRef } = targetOf(req);
    const credentials = await httpAuth.credentials(req);
    const author = updates.authorOf(credentials);
    await updates.assertMayUpdate(entityRef, credentials);
    const version = readIfMatch(req.header('if-match'));
    const outcomes = await options.editor.apply({
      entityRefs: [entityRef],
      edit: onlyFor(version, createEdit()),
      action,
      author,
    });
    const result = outcomes.get(entityRef);
    if (!result) {
      throw profileNotFound(entityRef);
    }
    if (result.outcome === 'invalid') {
      throw result.error;
    }
    return {
      outcome: result.outcome,
      version: result.version,
      fields: result.changes.map(({ field }) => field),
    };
  }

  /** The entity as it is now for somebody who may edit it. */
  async function readCurrent(req: Request) {
    const { entityRef } = targetOf(req);
    const credentials = await httpAuth.credentials(req);
    const entity = await scorecards.read(entityRef, {
      access: () => access.accessOf(credentials),
      mayUpdate: async () => true,
    });
    if (!entity) {
      throw profileNotFound(entityRef);
    }
    return entity;
  }

  async function write(
    req: Request,
    res: Response,
    attempt: { action: Action; names: string[]; createEdit: () => Edit },
  ): Promise<void> {
    const { action, names, createEdit } = attempt;
    const event = await auditWrite(auditor, {
      ...targetOf(req),
      request: req,
      actionType: action,
      names,
    });
    const current = () => readCurrent(req);
    await auditedWrite(
      event,
      async () => {
        const meta = await apply(req, action, createEdit);
        return { result: meta, meta };
      },
      current,
    );
    sendEntity(req, res, await current());
  }

  router.put(PROFILE, async (req, res) => {
    const { group } = targetOf(req);
    await write(req, res, {
      action: 'edit',
      names: Object.keys(req.body),
      createEdit: () => replaceGroup(group, req.body, vocabulary),
    });
  });

  router.delete(PROFILE, async (req, res) => {
    const { group } = targetOf(req);
    await write(req, res, {
      action: 'withdraw',
      names: [],
      createEdit: () => withdrawGroup(group),
    });
  });

  router.post(`${PROFILE}/accept`, async (req, res) => {
    const { group } = targetOf(req);
    const { field, source } = req.body;
    await write(req, res, {
      action: 'accept',
      names: [field],
      createEdit: () => acceptValue({ group, field, source, vocabulary }),
    });
  });

  router.post(`${PROFILE}/preview`, async (req, res) => {
    const { entityRef, group } = targetOf(req);
    const credentials = await httpAuth.credentials(req);
    updates.authorOf(credentials);
    await updates.assertMayUpdate(entityRef, credentials);
    res.json(
      await options.previewer.preview(
        entityRef,
        replaceGroup(group, req.body, vocabulary),
        () => access.accessOf(credentials),
      ),
    );
  });

  router.get(`${ENTITY}/history`, async (req, res) => {
    const { entityRef } = targetOf(req);
    const credentials = await httpAuth.credentials(req);
    if (!(await access.mayRead(entityRef, credentials))) {
      throw profileNotFound(entityRef);
    }
    const { limit, cursor } = req.query as { limit: string; cursor?: string };
    res.json(
      await readHistory(knex, { entityRef, limit: Number(limit), cursor }),
    );
  });
}
