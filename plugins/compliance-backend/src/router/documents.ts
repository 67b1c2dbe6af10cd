import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  DocumentsResponse,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Router } from 'express';
import { auditDocument } from '../documents/audit';
import { Documents } from '../documents/Documents';
import { readIfMatch } from '../profiles/precondition';
import { auditedWrite } from './auditedWrite';
import { sendEditable } from './sendEditable';

const DOCUMENT = '/documents/:id';

export function addDocumentRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    documents: Documents;
  },
): void {
  const { auditor, httpAuth, documents } = options;
  const { reader, editor, control } = documents;

  /** A document as it is now. */
  async function readCurrent(
    req: Request,
    id: string,
  ): Promise<RegisteredDocument> {
    const document = await reader.find(id, await httpAuth.credentials(req));
    if (!document) {
      throw new NotFoundError(
        `No document '${id}', or it is not visible to you`,
      );
    }
    return document;
  }

  /** Who changes which document, and what that is based on. */
  async function readChange(req: Request) {
    const author = await control.authorOf(await httpAuth.credentials(req));
    const document = await readCurrent(req, req.params.id);
    const version = readIfMatch(req.header('if-match'), 'the document');
    return { author, document, version };
  }

  router.get('/documents', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { mayRead, mayUpdate } = await control.rightsOf(credentials);
    if (!mayRead) {
      throw new NotAllowedError('You may not read the register of documents');
    }
    const response: DocumentsResponse = {
      items: await reader.listReadable(credentials),
      mayUpdate,
    };
    res.set('Cache-Control', 'no-store');
    res.json(response);
  });

  router.post('/documents', async (req, res) => {
    const event = await auditDocument(auditor, req, 'create');
    const documentId = await auditedWrite(event, async () => {
      const author = await control.authorOf(await httpAuth.credentials(req));
      const id = await editor.add(req.body, author);
      return { result: id, meta: { outcome: 'saved', documentId: id } };
    });
    res.status(201);
    const document = await readCurrent(req, documentId);
    sendEditable(req, res, document, document.etag);
  });

  router.put(DOCUMENT, async (req, res) => {
    const event = await auditDocument(auditor, req, 'edit');
    const current = () => readCurrent(req, req.params.id);
    await auditedWrite(
      event,
      async () => {
        const fields = await editor.save(await readChange(req), req.body);
        const outcome = fields.length > 0 ? 'saved' : 'unchanged';
        return { result: fields, meta: { outcome, fields } };
      },
      current,
    );
    const document = await current();
    sendEditable(req, res, document, document.etag);
  });

  router.delete(DOCUMENT, async (req, res) => {
    const action = await editor.removalOf(req.params.id);
    const event = await auditDocument(auditor, req, action);
    await auditedWrite(
      event,
      async () => ({
        result: await editor.remove(await readChange(req)),
        meta: { outcome: 'saved' },
      }),
      () => readCurrent(req, req.params.id),
    );
    res.status(204).end();
  });
}
