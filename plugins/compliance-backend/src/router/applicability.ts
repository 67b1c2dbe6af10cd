import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ApplicabilityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Router } from 'express';
import { auditApproval, auditEdit } from '../applicability/audit';
import { Statements } from '../applicability/Statements';
import { readIfMatch } from '../profiles/precondition';
import { auditedWrite } from './auditedWrite';
import { sendEditable } from './sendEditable';

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

  router.get('/applicability/:standard', async (req, res) => {
    const statement = await readFor(req, req.params.standard);
    sendEditable(req, res, statement, statement.etag);
  });

  router.put('/applicability/:standard/:clause', async (req, res) => {
    const { standard, clause } = req.params;
    const event = await auditEdit(auditor, req);
    const entry = await auditedWrite(event, async () => {
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
    sendEditable(req, res, entry, entry.etag);
  });

  router.post('/applicability/versions', async (req, res) => {
    const { standard, note } = req.body;
    const event = await auditApproval(auditor, req);
    const write = async () => {
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
    };
    const approved = await auditedWrite(event, write, () =>
      readFor(req, standard),
    );
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
