import {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { withoutStatement } from '../database/withoutStatement';
import { AccessControl } from '../permissions/AccessControl';
import { withoutDetails } from '../profiles/audit';

/** How many things a file tells of so far. */
export interface RowCounter {
  rows: number;
}

/** A file that is made while it is sent. */
export interface SentFile {
  /** Without the date that is added to it. */
  name: string;
  extension: 'csv' | 'json';
  /** What the auditor is told; no values, which may be anything. */
  meta: JsonObject;
  /** The text of the file in pieces. */
  write(
    credentials: BackstageCredentials,
    counter: RowCounter,
  ): Promise<AsyncGenerator<string>>;
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Sends files to those who may export, and tells the auditor. */
export function fileSender(options: {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  access: Pick<AccessControl, 'mayExport'>;
}) {
  const { auditor, httpAuth, access } = options;

  return async (req: Request, res: Response, file: SentFile) => {
    const credentials = await httpAuth.credentials(req);
    const event = await auditor.createEvent({
      eventId: 'export',
      severityLevel: 'medium',
      request: req,
      meta: file.meta,
    });
    const counter = { rows: 0 };
    try {
      if (!(await access.mayExport(credentials))) {
        throw new NotAllowedError('Exports are not allowed');
      }
      const text = await file.write(credentials, counter);
      // What fails before there is anything to send is still answered.
      const first = await text.next();
      res.set('Cache-Control', 'no-store');
      res.attachment(
        `${file.name}-${new Date().toISOString().slice(0, 10)}.${
          file.extension
        }`,
      );
      res.type(contentTypes[file.extension]);
      await pipeline(Readable.from(continued(first.value, text)), res);
    } catch (error) {
      await event.fail({
        error: withoutDetails(withoutStatement(error, 'The export failed')),
        meta: { ...counter },
      });
      if (res.headersSent) {
        // The connection was cut, be it from here or from the other side.
        return;
      }
      throw error;
    }
    await event.success({ meta: { ...counter } });
  };
}

/** Pages that are counted while they pass. */
export async function* counted<T>(
  pages: AsyncIterable<T[]>,
  counter: RowCounter,
): AsyncGenerator<T[]> {
  for await (const items of pages) {
    counter.rows += items.length;
    yield items;
  }
}

async function* continued(
  first: string | void,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  yield first ?? '';
  yield* rest;
}
