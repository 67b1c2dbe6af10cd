import { CustomErrorBase, InputError } from '@backstage/errors';
import express, { RequestHandler } from 'express';

/** A body is larger than what anybody would send in earnest. */
class BodyTooLargeError extends CustomErrorBase {
  name = 'BodyTooLargeError' as const;
  readonly statusCode = 413;
}

/**
 * Reads JSON bodies. The parser's own error about one that it cannot read would
 * repeat the body.
 *
 * @param limit - such as `100kb`
 */
export function jsonBody(limit: string): RequestHandler {
  const parse = express.json({ limit });
  return (req, res, next) => {
    parse(req, res, (error?: { type?: string }) => {
      if (!error) {
        next();
      } else if (error.type === 'entity.too.large') {
        next(
          new BodyTooLargeError(
            `The body is too large, expected at most ${limit}`,
          ),
        );
      } else {
        next(new InputError('The body cannot be read, expected JSON in UTF-8'));
      }
    });
  };
}
