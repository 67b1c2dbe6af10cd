import { Request, Response } from 'express';

/** Answers with an ETag that edits name; no copy that is kept is ever fresh. */
export function sendEditable(
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
