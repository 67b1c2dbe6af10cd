import { InputError } from '@backstage/errors';
import { ErrorRequestHandler } from 'express';

/**
 * Completes what the validator says about a parameter, e.g. "request/query/limit
 * must be <= 500", with the value that was sent.
 */
export const nameValues: ErrorRequestHandler = (error, req, _res, next) => {
  const [, where, parameter, index, problem] =
    /^request\/(query|params)\/(\w+)(?:\/(\d+))? (.*)$/.exec(error.message) ??
    [];
  if (!parameter) {
    next(error);
    return;
  }
  const sent = (where === 'query' ? req.query : req.params)[parameter];
  const value = Array.isArray(sent) && index ? sent[Number(index)] : sent;
  const shown = value === undefined ? '' : ` '${String(value).slice(0, 80)}'`;
  next(new InputError(`Invalid ${parameter}${shown}, ${problem}`));
};
