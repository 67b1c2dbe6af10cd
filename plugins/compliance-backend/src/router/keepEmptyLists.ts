import { RequestHandler } from 'express';
import { spec } from '../schema/openapi';

const lists = new Set<string>(
  spec.paths['/entities'].get.parameters
    .filter(({ schema }) => schema.type === 'array')
    .map(({ name }) => name),
);

/** The validator would not take a single empty value for a list. */
export const keepEmptyLists: RequestHandler = (req, _res, next) => {
  for (const [name, value] of Object.entries(req.query)) {
    if (value === '' && lists.has(name)) {
      req.query[name] = [value];
    }
  }
  next();
};
