import {
  AuditorService,
  AuditorServiceEvent,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ApplicabilityResponse,
  EditConflictError,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response, Router } from 'express';
import { auditApproval, auditEdit } from '../applicability/audit';
import { Statements } from '../applicability/Statements';
import { withoutDetails } from '../profiles/audit';
import { readIfMatch, StaleEditError } from '../profiles/precondition';

/** What is written with an event of the auditor, and what the event tells. */
interface Written<T> {
  result: T;
  meta: { [key: string]: string | number };
}

export function addApplicabilityRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    statements: Statements;
  },
): void {
  const { auditor, httpAuth, statements } = options;
  const { reader, editor, control } = statements;

  async function readFor(
    req: Request,
    standard: string,
  ): Promise<ApplicabilityResponse> {
    const rights = await control.rightsOf(await httpAuth.credentials(req));
    return { ...(await reader.read(standard)), ...rights };
  }

  async function audited<T>(
    event: AuditorServiceEvent,
    write: () => Promise<Written<T>>,
  ): Promise<T> {
    try {
      const { result, meta } = await write();
      await event.success({ meta });
      return result;
    } catch (error) {
      await event.fail({ error: withoutDetails(error) });
      throw error;
    }
  }

  router.get('/applicability/:standard', async (req, res) => {
    const statement = await readFor(req, req.params.standard);
    send(req, res, statement, statement.etag);
  });

  router.put('/applicability/:standard/:clause', async (req, res) => {
    const { standard, clause } = req.params;
    const entry = await audited(await auditEdit(auditor, req), async () => {
      const credentials = await httpAuth.credentials(req);
      const author = await control.authorOf(credentials, 'mayUpdate');
      const version = readIfMatch(req.header('if-match'), 'the entry');
      const saved = await editor.save({
        standard,
        clause,
        given: req.body,
        version,
        author,
      });
      const { outcome } = saved;
      return {
        result: saved.entry,
        meta: { outcome, version: saved.entry.etag },
      };
    });
    send(req, res, entry, entry.etag);
  });

  router.post('/applicability/versions', async (req, res) => {
    const { standard, note } = req.body;
    const event = await auditApproval(auditor, req);
    const approved = await audited(event, async () => {
      const credentials = await httpAuth.credentials(req);
      const author = await control.authorOf(credentials, 'mayApprove');
      const version = readIfMatch(req.header('if-match'), 'the draft');
      if (version === '*') {
        throw new InputError(
          "Invalid If-Match '*', expected the ETag of the draft, as nobody approves what they have not seen",
        );
      }
      const result = await editor.approve({
        standard,
        version,
        note: note?.trim() || undefined,
        author,
      });
      return { result, meta: { number: result.number } };
    }).catch(async error => {
      throw error instanceof StaleEditError
        ? new EditConflictError(error.message, await readFor(req, standard))
        : error;
    });
    res.status(201);
    res.json(approved);
  });

  router.get('/applicability/:standard/versions/:number', async (req, res) => {
    const { standard, number } = req.params;
    await control.rightsOf(await httpAuth.credentials(req));
    res.set('Cache-Control', 'no-store');
    res.json(await reader.readVersion(standard, Number(number)));
  });
}

/** Answers with an ETag that edits name; no copy that is kept is ever fresh. */
function send(
  req: Request<any, any, any, any, any>,
  res: Response,
  body: object,
  etag: string,
): void {
  delete req.headers['if-none-match'];
  res.set('ETag', `"${etag}"`);
  res.set('Cache-Control', 'no-store');
  res.json(body);
}
