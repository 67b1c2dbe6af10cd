import {
  AuditorService,
  AuditorServiceEvent,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  DocumentsResponse,
  EditConflictError,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response, Router } from 'express';
import { auditDocument } from '../documents/audit';
import { Documents } from '../documents/Documents';
import { withoutDetails } from '../profiles/audit';
import { readIfMatch, StaleEditError } from '../profiles/precondition';

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

  /** Writes, and tells the auditor what became of it. */
  async function audited<Meta extends { [key: string]: string | string[] }>(
    req: Request,
    event: AuditorServiceEvent,
    write: () => Promise<Meta>,
  ): Promise<Meta> {
    try {
      const meta = await write();
      await event.success({ meta });
      return meta;
    } catch (error) {
      await event.fail({ error: withoutDetails(error) });
      throw error instanceof StaleEditError
        ? new EditConflictError(
            error.message,
            await readCurrent(req, req.params.id),
          )
        : error;
    }
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
    const { documentId } = await audited(req, event, async () => {
      const author = await control.authorOf(await httpAuth.credentials(req));
      const id = await editor.add(req.body, author);
      return { outcome: 'saved', documentId: id };
    });
    res.status(201);
    send(req, res, await readCurrent(req, documentId));
  });

  router.put(DOCUMENT, async (req, res) => {
    const event = await auditDocument(auditor, req, 'edit');
    await audited(req, event, async () => {
      const fields = await editor.save(await readChange(req), req.body);
      return { outcome: fields.length > 0 ? 'saved' : 'unchanged', fields };
    });
    send(req, res, await readCurrent(req, req.params.id));
  });

  router.delete(DOCUMENT, async (req, res) => {
    const action = await editor.removalOf(req.params.id);
    const event = await auditDocument(auditor, req, action);
    await audited(req, event, async () => {
      await editor.remove(await readChange(req));
      return { outcome: 'saved' };
    });
    res.status(204).end();
  });
}

/** Answers with an ETag that edits name; no copy that is kept is ever fresh. */
function send(
  req: Request<any, any, any, any, any>,
  res: Response,
  document: RegisteredDocument,
): void {
  delete req.headers['if-none-match'];
  res.set('ETag', `"${document.etag}"`);
  res.set('Cache-Control', 'no-store');
  res.json(document);
}
