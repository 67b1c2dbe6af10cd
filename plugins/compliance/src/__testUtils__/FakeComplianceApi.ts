import { NotFoundError } from '@backstage/errors';
import {
  BulkEdit,
  BulkResponse,
  BulkResult,
  CheckDefinition,
  ComplianceApi,
  DependenciesQuery,
  DependenciesResponse,
  EditConflictError,
  effectiveProfile,
  EntitiesQuery,
  EntitiesResponse,
  EntityResponse,
  EntitySummary,
  FacetEdit,
  FacetSave,
  FacetWithdrawal,
  FieldGroup,
  fieldGroupSchema,
  FieldValues,
  HistoryResponse,
  InvalidValuesError,
  PreviewResponse,
  ProfileRevision,
  ProfileValues,
  StatusResponse,
  SummaryResponse,
  SupplierSummary,
  TodoResponse,
  TrendsResponse,
  ValueAcceptance,
} from '@service-compliance/backstage-plugin-compliance-common';
import { FakeAuditApi } from './FakeAuditApi';
import {
  entityResponse,
  mixedResults,
  standards,
  statusResponse,
  summary,
  summaryResponse,
  vocabulary,
} from './fixtures';

/** A backend in memory; what it holds can be replaced by tests. */
export class FakeComplianceApi extends FakeAuditApi implements ComplianceApi {
  entities: EntityResponse[] = [entityResponse()];
  summaries: EntitySummary[] = [summary()];
  status: StatusResponse = statusResponse();
  /** What previews say instead of what they would. */
  preview: Partial<PreviewResponse> = {};
  revisions: ProfileRevision[] = [];
  /** Those that are not saved. */
  bulkResults: BulkResult[] = [];
  #accepted: Record<string, unknown> = {};
  summary: SummaryResponse = summaryResponse();
  trends: TrendsResponse = { points: [] };
  suppliers: SupplierSummary[] = [];
  /** What the trees and chains are, for whichever entity. */
  dependencies: Partial<DependenciesResponse> = {};
  todo: TodoResponse = { ownerRefs: [], due: [], progress: [] };

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
    const { check: _, mine, minScore, maxScore, dueBy, ...lists } = filter;
    const properties = Object.entries(lists) as [string, string[]][];
    const text = fullText?.toLocaleLowerCase('en') ?? '';
    const found = this.summaries.filter(
      item =>
        `${item.name} ${item.title}`.toLocaleLowerCase('en').includes(text) &&
        properties.every(([key, values]) =>
          values.includes(String(item[key as keyof EntitySummary] ?? 'unset')),
        ) &&
        (item.score ?? 0) >= (minScore ?? 0) &&
        (item.score ?? 0) <= (maxScore ?? 100),
    );
    if (order) {
      const { field, direction } = order;
      const sign = direction === 'asc' ? 1 : -1;
      const key = (item: EntitySummary) =>
        field === 'gainPerField'
          ? (item.gain ?? 0) / (item.missing?.length || 1)
          : item[field] ?? '';
      found.sort(
        (a, b) =>
          sign *
          String(key(a)).localeCompare(String(key(b)), 'en', { numeric: true }),
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

  /** Validates and versions edits as the backend does; scores stay. */
  saveFacet = async (edit: FacetSave) => {
    const { group, values, version } = edit;
    const current = await this.#current(edit.entityRef, version);
    return this.#replace(current, group, parseValues(group, values));
  };

  previewFacet = async (edit: FacetEdit): Promise<PreviewResponse> => {
    const { entityRef, group, values } = edit;
    const current = await this.getEntity(entityRef);
    const { scorecard } = current;
    return {
      before: { score: scorecard.score, level: scorecard.level },
      scorecard,
      profile: this.#profileOf(current, {
        ...current.edited,
        [group]: parseValues(group, values),
      }),
      resolved: [],
      opened: [],
      ...this.preview,
    };
  };

  withdrawFacet = async (edit: FacetWithdrawal) => {
    const current = await this.#current(edit.entityRef, edit.version);
    return this.#replace(current, edit.group, undefined);
  };

  acceptValue = async (edit: ValueAcceptance) => {
    const { entityRef, group, field, source, version } = edit;
    const current = await this.#current(entityRef, version);
    const values: Record<string, unknown> = { ...current.edited[group] };
    const id = `${group}.${field}`;
    if (source === 'git') {
      delete values[field];
      delete this.#accepted[id];
    } else {
      const declared: Record<string, unknown> = { ...current.declared[group] };
      this.#accepted[id] = declared[field];
    }
    return this.#replace(current, group, values);
  };

  /** Cursors are offsets. */
  getHistory = async (request: {
    limit?: number;
    cursor?: string;
  }): Promise<HistoryResponse> => {
    const { limit = 20, cursor } = request;
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      items: this.revisions.slice(start, end),
      pageInfo: end < this.revisions.length ? { nextCursor: String(end) } : {},
    };
  };

  bulkEdit = async (edit: BulkEdit): Promise<BulkResponse> => {
    parseValues(edit.group, edit.values);
    return {
      results: edit.entityRefs.map(
        entityRef =>
          this.bulkResults.find(result => result.entityRef === entityRef) ?? {
            entityRef,
            outcome: 'saved',
          },
      ),
    };
  };

  getTodo = async () => this.todo;

  getSummary = async () => this.summary;

  getTrends = async () => this.trends;

  querySuppliers = async () => ({
    items: this.suppliers,
    totalItems: this.suppliers.length,
    pageInfo: {},
  });

  getDependencies = async (query: DependenciesQuery) => {
    const { entityRef } = await this.getEntity(query.entityRef);
    const root = { entityRef, isSupplier: false };
    return {
      dependencies: root,
      dependents: root,
      recovery: [],
      ...this.dependencies,
    };
  };

  exportServices = async (query: { format: 'csv' | 'json' }) => {
    const refs = this.summaries.map(({ entityRef }) => entityRef);
    return new Response(
      query.format === 'csv'
        ? ['entityRef', ...refs].join('\r\n')
        : JSON.stringify(refs),
    );
  };

  getLabels = async () => ({ feed: 'fake', items: [], hasMore: false });

  async #current(entityRef: FacetEdit['entityRef'], version: string) {
    const current = await this.getEntity(entityRef);
    if (current.version !== version) {
      throw new EditConflictError('It was changed in the meantime', current);
    }
    return current;
  }

  #profileOf({ declared }: EntityResponse, edited: ProfileValues) {
    const accepted = this.#accepted;
    return effectiveProfile({ declared, edited, accepted, vocabulary });
  }

  #replace(
    current: EntityResponse,
    group: FieldGroup,
    values: FieldValues | undefined,
  ): EntityResponse {
    const edited = { ...current.edited, [group]: values };
    const { errors } = current.profile;
    const next = {
      ...current,
      edited,
      profile: { ...this.#profileOf(current, edited), errors },
      version: String(Number(current.version) + 1),
    };
    this.entities = this.entities.map(entity =>
      entity === current ? next : entity,
    );
    return next;
  }
}

function parseValues(group: FieldGroup, values: FieldValues): FieldValues {
  const parsed = fieldGroupSchema(group, vocabulary).safeParse(values);
  if (!parsed.success) {
    throw new InvalidValuesError(
      'Some values cannot be saved',
      parsed.error.issues.map(({ path, message }) => ({
        field: String(path[0] ?? ''),
        path: path.slice(1) as (string | number)[],
        message,
      })),
    );
  }
  return parsed.data;
}
