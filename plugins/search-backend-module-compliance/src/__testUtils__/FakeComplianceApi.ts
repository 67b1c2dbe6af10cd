import {
  CheckDefinition,
  defaultLevels,
  defaultScope,
  defaultVocabulary,
  EntitiesQuery,
  EntitySummary,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReadApi } from '../ComplianceCollatorFactory';

/** The vocabulary of a backend without configuration. */
export const vocabulary: VocabularyResponse = {
  ...defaultVocabulary,
  levels: defaultLevels,
  scope: defaultScope,
  fields: [],
  precedence: 'git',
};

/** An assessed component. */
export function summary(
  name: string,
  more: Partial<EntitySummary> = {},
): EntitySummary {
  return {
    entityRef: `component:default/${name}`,
    kind: 'Component',
    namespace: 'default',
    name,
    facets: ['serviceLevel', 'information', 'continuity'],
    openFindings: 0,
    assessedAt: '2026-11-22T08:00:00.000Z',
    ...more,
  };
}

/** Plays the compliance backend, and remembers what it was asked for. */
export class FakeComplianceApi implements ReadApi {
  readonly calls: { query: EntitiesQuery; token?: string }[] = [];
  readonly #entities: EntitySummary[];
  readonly #failing: Record<string, string[]>;

  constructor(options: {
    entities: EntitySummary[];
    /** Names of the entities that fail it, by check. */
    failing?: Record<string, string[]>;
  }) {
    this.#entities = options.entities;
    this.#failing = options.failing ?? {};
  }

  async getVocabulary() {
    return vocabulary;
  }

  async getChecks() {
    return {
      items: Object.keys(this.#failing).map(
        id => ({ id, title: `Title of ${id}` } as CheckDefinition),
      ),
    };
  }

  async queryEntities(query: EntitiesQuery, options?: { token?: string }) {
    this.calls.push({ query, token: options?.token });
    const { filter, limit = 50, cursor = '0' } = query;
    const names = filter?.check && this.#failing[filter.check.id];
    const matching = this.#entities.filter(
      ({ name }) => !names || names.includes(name),
    );
    const end = Number(cursor) + limit;
    return {
      items: matching.slice(Number(cursor), end),
      totalItems: matching.length,
      pageInfo: end < matching.length ? { nextCursor: String(end) } : {},
    };
  }
}
