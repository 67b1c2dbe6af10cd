import { EntitiesQuery } from '@service-compliance/backstage-plugin-compliance-common';

/** Which of the reader's services the to-do list shows. */
export interface TodoQuery {
  /** Ref of one owner; everything the reader owns when left out. */
  owner?: string;
  /** Also services that miss nothing. */
  showsCompleted: boolean;
}

/** Reads a query from the address of the page. */
export function readTodoQuery(params: URLSearchParams): TodoQuery {
  return {
    owner: params.get('owner') || undefined,
    showsCompleted: params.get('completed') === 'true',
  };
}

/**
 * Writes a query into the address of the page, where only what differs from
 * the default is said and parameters of others stay.
 */
export function writeTodoQuery(
  query: TodoQuery,
  current: URLSearchParams,
): URLSearchParams {
  const params = new URLSearchParams(current);
  params.delete('owner');
  params.delete('completed');
  if (query.owner) {
    params.set('owner', query.owner);
  }
  if (query.showsCompleted) {
    params.set('completed', 'true');
  }
  return params;
}

/** The query as the backend takes it: where little effort gains most is first. */
export function todoEntities({
  owner,
  showsCompleted,
}: TodoQuery): EntitiesQuery {
  return {
    filter: {
      mine: true,
      ...(!showsCompleted && { progress: ['untouched', 'started'] }),
      ...(owner && { owner: [owner] }),
    },
    order: { field: 'gainPerField', direction: 'desc' },
  };
}
