import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { NotAllowedError, toError } from '@backstage/errors';
import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Response, Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { ExportFormat, exportFormats, writeFile } from '../exports/formats';
import { ExportedService, ServiceExporter } from '../exports/ServiceExporter';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { readEntitiesBody, readEntitiesQuery } from './entitiesQuery';

export function addExportRoutes(
  router: Router,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    access: Pick<AccessControl, 'mayExport' | 'accessOf'>;
    ownership: Pick<Ownership, 'refsOf'>;
    exporter: Pick<ServiceExporter, 'pages'>;
  },
): void {
  const { auditor, httpAuth, access, ownership, exporter } = options;

  const send = async (
    req: Request,
    res: Response,
    { format, query }: { format: ExportFormat; query: EntitiesQuery },
  ) => {
    const credentials = await httpAuth.credentials(req);
    const event = await auditor.createEvent({
      eventId: 'export',
      severityLevel: 'medium',
      request: req,
      meta: { format: format.id, filters: filtersOf(query) },
    });
    const counter = { rows: 0 };
    try {
      if (!(await access.mayExport(credentials))) {
        throw new NotAllowedError('Exports are not allowed');
      }
      const pages = exporter.pages(
        query,
        await access.accessOf(credentials),
        query.filter?.mine ? await ownership.refsOf(credentials) : [],
      );
      const file = writeFile(counted(pages, counter), format);
      // What fails before there is anything to send is still answered.
      const first = await file.next();
      res.set('Cache-Control', 'no-store');
      res.attachment(
        `services-${new Date().toISOString().slice(0, 10)}.${format.id}`,
      );
      res.type(format.contentType);
      await pipeline(Readable.from(continued(first.value, file)), res);
    } catch (error) {
      await event.fail({ error: toError(error), meta: { ...counter } });
      if (res.headersSent) {
        // The connection was cut, be it from here or from the other side.
        return;
      }
      throw error;
    }
    await event.success({ meta: { ...counter } });
  };

  for (const format of exportFormats) {
    const path = `/exports/services.${format.id}`;
    router.get(path, (req, res) =>
      send(req, res, { format, query: readEntitiesQuery(req.query, options) }),
    );
    router.post(path, (req, res) =>
      send(req, res, { format, query: readEntitiesBody(req.body, options) }),
    );
  }
}

/** What is filtered by; not the values, which may be anything. */
function filtersOf({ filter = {}, query, fullText }: EntitiesQuery): string[] {
  return Object.entries({ ...filter, query, fullText })
    .filter(([, value]) => value !== undefined)
    .map(([key]) => key);
}

async function* counted(
  pages: AsyncIterable<ExportedService[]>,
  counter: { rows: number },
): AsyncGenerator<ExportedService[]> {
  for await (const services of pages) {
    counter.rows += services.length;
    yield services;
  }
}

async function* continued(
  first: string | void,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  yield first ?? '';
  yield* rest;
}
