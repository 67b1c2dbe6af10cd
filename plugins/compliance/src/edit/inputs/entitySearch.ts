import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** An entity to choose. */
export interface EntityOption {
  /** Entity ref. */
  id: string;
  label: string;
  description: string;
}

/** What a typist waits for anyway. */
const PAUSE_MS = 200;
const PAGE_SIZE = 20;

const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
];

/** An entity as an option; users and groups have names of their own. */
export function optionOf(entity: Entity): EntityOption {
  const { metadata, spec } = entity;
  const profile = spec?.profile as { displayName?: string } | undefined;
  const id = stringifyEntityRef(entity);
  return {
    id,
    label: profile?.displayName ?? metadata.title ?? metadata.name,
    description: id,
  };
}

/** Waits until the typing pauses; rejects when there is more of it. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PAUSE_MS);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/**
 * Entities whose name or title has this text in it, a page at a time. The
 * catalog does the search, however many there are.
 */
export async function searchEntities(options: {
  catalogApi: typeof catalogApiRef.T;
  /** In lower case. */
  kinds: string[];
  term: string;
  /** Where the page before ended. */
  cursor?: string;
  signal: AbortSignal;
}): Promise<{ items: EntityOption[]; cursor?: string }> {
  const { catalogApi, kinds, term, cursor, signal } = options;
  await pause(signal);
  const page = { fields, limit: PAGE_SIZE };
  const { items, pageInfo } = await catalogApi.queryEntities(
    cursor
      ? { ...page, cursor }
      : {
          ...page,
          filter: { kind: kinds },
          fullTextFilter: {
            term,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayname',
            ],
          },
          orderFields: [{ field: 'metadata.name', order: 'asc' }],
          totalItems: 'exclude',
        },
  );
  return { items: items.map(optionOf), cursor: pageInfo.nextCursor };
}
