import { EntitiesQuery } from './types';

/**
 * Query parameters of `GET /entities` for a query.
 *
 * @public
 */
export function entitiesQueryParams(query: EntitiesQuery): URLSearchParams {
  const params = new URLSearchParams();
  const { check, mine, minScore, maxScore, dueBy, ...filter } =
    query.filter ?? {};
  for (const [key, value] of Object.entries({
    mine: mine || undefined,
    minScore,
    maxScore,
    dueBy,
  })) {
    if (value !== undefined) {
      params.append(key, String(value));
    }
  }
  for (const [key, values] of Object.entries(filter)) {
    if (values?.length === 0) {
      params.append(key, '');
    }
    values?.forEach(value => params.append(key, value));
  }
  if (check) {
    params.append('check', check.id);
    check.status.forEach(status => params.append('checkStatus', status));
  }
  if (query.query !== undefined) {
    params.append('query', JSON.stringify(query.query));
  }
  if (query.fullText) {
    params.append('fullText', query.fullText);
  }
  if (query.order) {
    params.append('order', `${query.order.field},${query.order.direction}`);
  }
  if (query.limit !== undefined) {
    params.append('limit', String(query.limit));
  }
  if (query.cursor) {
    params.append('cursor', query.cursor);
  }
  return params;
}
