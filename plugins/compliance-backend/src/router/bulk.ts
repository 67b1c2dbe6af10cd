import {
  AuditorService,
  AuditorServiceEvent,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  BulkEdit,
  BulkResponse,
  BulkResult,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Router } from 'express';
import { ComplianceConfig } from '../config/types';
import { UpdateControl } from '../permissions/UpdateControl';
import { auditWrite, withoutDetails } from '../profiles/audit';
import { BulkEditor } from '../profiles/BulkEditor';
import { mergeIntoGroup } from '../profiles/edits';

export function addBulkRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    updates: UpdateControl;
    bulkEditor: BulkEditor;
  },
): void {
  const { auditor, httpAuth, updates, bulkEditor } = options;
  const { vocabulary } = options.config;

  router.post('/profiles/bulk', async (req, res) => {
    const { entityRefs: asked, group, values } = req.body as BulkEdit;
    const entityRefs = readRefs(asked);
    const credentials = await httpAuth.credentials(req);

    const pending = new Map<string, AuditorServiceEvent>();
    for (const entityRef of entityRefs) {
      const event = await auditWrite(auditor, {
        request: req,
        actionType: 'bulk',
        entityRef,
        group,
        names: Object.keys(values),
      });
      pending.set(entityRef, event);
    }

    const results = new Map<string, BulkResult>();
    try {
      const outcomes = bulkEditor.apply({
        author: updates.authorOf(credentials),
        edit: mergeIntoGroup(group, values, vocabulary),
        entityRefs,
        credentials,
      });
      for await (const { result, fields } of outcomes) {
        const { entityRef, outcome, version } = result;
        results.set(entityRef, result);
        const event = pending.get(entityRef)!;
        pending.delete(entityRef);
        await (version === undefined
          ? event.fail({ error: new Error(outcome), meta: { outcome } })
          : event.success({ meta: { outcome, version, fields } }));
      }
    } catch (error) {
      for (const event of pending.values()) {
        await event.fail({ error: withoutDetails(error) });
      }
      throw error;
    }

    const response: BulkResponse = {
      results: entityRefs.map((entityRef, index) => ({
        ...results.get(entityRef)!,
        entityRef: asked[index],
      })),
    };
    res.json(response);
  });
}

/** @throws InputError when one is no entity ref, or is there twice. */
function readRefs(entityRefs: string[]): string[] {
  const refs = entityRefs.map(ref => {
    try {
      return stringifyEntityRef(parseEntityRef(ref));
    } catch {
      throw new InputError(
        `Invalid entity ref '${ref}', expected <kind>:<namespace>/<name>`,
      );
    }
  });
  const seen = new Set<string>();
  for (const ref of refs) {
    if (seen.has(ref)) {
      throw new InputError(
        `Invalid entity refs, expected each of them once, found '${ref}' twice`,
      );
    }
    seen.add(ref);
  }
  return refs;
}
