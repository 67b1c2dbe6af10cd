import { NotFoundError } from '@backstage/errors';
import {
  CheckDefinition,
  ComplianceApi,
  EntitiesQuery,
  EntitiesResponse,
  EntityResponse,
  EntitySummary,
  StatusResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  entityResponse,
  mixedResults,
  standards,
  statusResponse,
  summary,
  vocabulary,
} from './fixtures';

/** A backend in memory; what it holds can be replaced by tests. */
export class FakeComplianceApi implements ComplianceApi {
  entities: EntityResponse[] = [entityResponse()];
  summaries: EntitySummary[] = [summary()];
  status: StatusResponse = statusResponse();

  getVocabulary = async () => vocabulary;

  getChecks = async () => ({
    items: mixedResults.map(
      ({ checkId, ...check }): CheckDefinition => ({
        ...check,
        id: checkId,
        description: check.expected,
      }),
    ),
  });

  getStandards = async () => ({
    items: standards.map(({ id, title, managementSystem, clauses }) => ({
      id,
      title,
      managementSystem,
      clauses: clauses.filter(({ kind }) => kind === 'clause').length,
      controls: clauses.filter(({ kind }) => kind === 'control').length,
    })),
  });

  getStandard = async (id: string) => {
    const standard = standards.find(entry => entry.id === id);
    if (!standard) {
      throw new NotFoundError(`There is no standard '${id}'`);
    }
    return standard;
  };

  /** Cursors are offsets; of the filters, facet values and level work. */
  queryEntities = async (query: EntitiesQuery): Promise<EntitiesResponse> => {
    const { filter = {}, fullText, order, limit = 50, cursor } = query;
    const { check: _, ...properties } = filter;
    const text = fullText?.toLocaleLowerCase('en') ?? '';
    const found = this.summaries.filter(
      item =>
        `${item.name} ${item.title}`.toLocaleLowerCase('en').includes(text) &&
        Object.entries(properties).every(([key, values]) =>
          values?.includes(String(item[key as keyof EntitySummary] ?? 'unset')),
        ),
    );
    if (order) {
      const { field, direction } = order;
      const sign = direction === 'asc' ? 1 : -1;
      found.sort(
        (a, b) =>
          sign *
          String(a[field] ?? '').localeCompare(String(b[field] ?? ''), 'en', {
            numeric: true,
          }),
      );
    }
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      items: found.slice(start, end),
      totalItems: found.length,
      pageInfo: end < found.length ? { nextCursor: String(end) } : {},
    };
  };

  getEntity = async (entityRef: string | object) => {
    const entity = this.entities.find(entry => entry.entityRef === entityRef);
    if (!entity) {
      throw new NotFoundError(`Nothing is known about '${entityRef}'`);
    }
    return entity;
  };

  getStatus = async () => this.status;
}
