import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import {
  BulkEdit,
  BulkResponse,
  FacetEdit,
  HistoryResponse,
  LabelsResponse,
  PreviewResponse,
  TodoResponse,
} from './edits';
import { errorOf } from './errors';
import {
  DependenciesQuery,
  DependenciesResponse,
  SummaryQuery,
  SummaryResponse,
  SuppliersQuery,
  SuppliersResponse,
  TrendsResponse,
} from './estate';
import {
  ChecksResponse,
  EntitiesQuery,
  EntitiesResponse,
  EntityResponse,
  StandardResponse,
  StandardsResponse,
  StatusResponse,
  VocabularyResponse,
} from './types';

/**
 * Options of every call.
 *
 * @public
 */
export interface ComplianceRequestOptions {
  /** Backstage token; not needed where `fetchApi` adds it, as in the app. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * What the compliance backend offers.
 *
 * @public
 */
export interface ComplianceApi {
  getVocabulary(
    options?: ComplianceRequestOptions,
  ): Promise<VocabularyResponse>;
  getChecks(options?: ComplianceRequestOptions): Promise<ChecksResponse>;
  getStandards(options?: ComplianceRequestOptions): Promise<StandardsResponse>;
  getStandard(
    id: string,
    options?: ComplianceRequestOptions,
  ): Promise<StandardResponse>;
  queryEntities(
    query: EntitiesQuery,
    options?: ComplianceRequestOptions,
  ): Promise<EntitiesResponse>;
  /** Rejects with a `NotFoundError` for what the reader may not see. */
  getEntity(
    entityRef: string | CompoundEntityRef,
    options?: ComplianceRequestOptions,
  ): Promise<EntityResponse>;
  getStatus(options?: ComplianceRequestOptions): Promise<StatusResponse>;

  /**
   * Replaces a group of the values entered in the portal.
   *
   * @param edit - with the version that the edit is based on
   * @throws EditConflictError when the profile has another version by now, and
   * InvalidValuesError when values are not allowed.
   */
  saveFacet(
    edit: FacetEdit & { version: string },
    options?: ComplianceRequestOptions,
  ): Promise<EntityResponse>;
  /** Tells what {@link ComplianceApi.saveFacet} would do. */
  previewFacet(
    edit: FacetEdit,
    options?: ComplianceRequestOptions,
  ): Promise<PreviewResponse>;
  /** Removes a group of the values entered in the portal. */
  withdrawFacet(
    edit: Omit<FacetEdit, 'values'> & { version: string },
    options?: ComplianceRequestOptions,
  ): Promise<EntityResponse>;
  /**
   * Settles a conflict: that of Git removes the portal's value, that of the
   * portal holds until Git says something else.
   */
  acceptValue(
    edit: Omit<FacetEdit, 'values'> & {
      /** Name of the field. */
      field: string;
      source: 'git' | 'portal';
      version: string;
    },
    options?: ComplianceRequestOptions,
  ): Promise<EntityResponse>;
  getHistory(
    request: {
      entityRef: string | CompoundEntityRef;
      /** 1–100, 20 by default. */
      limit?: number;
      cursor?: string;
    },
    options?: ComplianceRequestOptions,
  ): Promise<HistoryResponse>;
  bulkEdit(
    edit: BulkEdit,
    options?: ComplianceRequestOptions,
  ): Promise<BulkResponse>;
  getTodo(options?: ComplianceRequestOptions): Promise<TodoResponse>;
  /** Totals of what the reader may see. */
  getSummary(
    query: SummaryQuery,
    options?: ComplianceRequestOptions,
  ): Promise<SummaryResponse>;
  getTrends(
    query: Omit<SummaryQuery, 'groupBy'> & {
      /** Number of days up to today, 1–366, 90 by default. */
      days?: number;
    },
    options?: ComplianceRequestOptions,
  ): Promise<TrendsResponse>;
  querySuppliers(
    query: SuppliersQuery,
    options?: ComplianceRequestOptions,
  ): Promise<SuppliersResponse>;
  getDependencies(
    query: DependenciesQuery,
    options?: ComplianceRequestOptions,
  ): Promise<DependenciesResponse>;
  /**
   * All entities that match, as a file of the given format. The body is
   * streamed and may be long.
   */
  exportServices(
    query: Omit<EntitiesQuery, 'limit' | 'cursor'> & {
      format: 'csv' | 'json';
    },
    options?: ComplianceRequestOptions,
  ): Promise<Response>;
  /** Only for services. */
  getLabels(
    request: {
      /** Revision of the last item that is known, 0 for all. */
      after: number;
      /** 1–1,000, 500 by default. */
      limit?: number;
    },
    options?: ComplianceRequestOptions,
  ): Promise<LabelsResponse>;
}

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

/** Longer addresses may be refused on the way. */
const MAX_ADDRESS = 4000;

/**
 * Talks to the compliance backend, from the app as from other backends.
 *
 * @public
 */
export class ComplianceClient implements ComplianceApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    /** The global fetch by default. */
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: (...args) => fetch(...args) };
  }

  async getVocabulary(options?: ComplianceRequestOptions) {
    return this.#call<VocabularyResponse>('/vocabulary', options);
  }

  async getChecks(options?: ComplianceRequestOptions) {
    return this.#call<ChecksResponse>('/checks', options);
  }

  async getStandards(options?: ComplianceRequestOptions) {
    return this.#call<StandardsResponse>('/standards', options);
  }

  async getStandard(id: string, options?: ComplianceRequestOptions) {
    return this.#call<StandardResponse>(
      `/standards/${encodeURIComponent(id)}`,
      options,
    );
  }

  async queryEntities(
    query: EntitiesQuery,
    options?: ComplianceRequestOptions,
  ) {
    const response = await this.#query(
      { path: '/entities', bodyPath: '/entities/query' },
      query,
      options,
    );
    return response.json() as Promise<EntitiesResponse>;
  }

  async getEntity(
    entityRef: string | CompoundEntityRef,
    options?: ComplianceRequestOptions,
  ) {
    return this.#call<EntityResponse>(pathOf(entityRef), options);
  }

  async getStatus(options?: ComplianceRequestOptions) {
    return this.#call<StatusResponse>('/status', options);
  }

  async saveFacet(
    edit: FacetEdit & { version: string },
    options?: ComplianceRequestOptions,
  ) {
    return this.#call<EntityResponse>(profilePathOf(edit), {
      ...options,
      method: 'PUT',
      version: edit.version,
      body: edit.values,
    });
  }

  async previewFacet(edit: FacetEdit, options?: ComplianceRequestOptions) {
    return this.#call<PreviewResponse>(`${profilePathOf(edit)}/preview`, {
      ...options,
      method: 'POST',
      body: edit.values,
    });
  }

  async withdrawFacet(
    edit: Omit<FacetEdit, 'values'> & { version: string },
    options?: ComplianceRequestOptions,
  ) {
    return this.#call<EntityResponse>(profilePathOf(edit), {
      ...options,
      method: 'DELETE',
      version: edit.version,
    });
  }

  async acceptValue(
    edit: Omit<FacetEdit, 'values'> & {
      field: string;
      source: 'git' | 'portal';
      version: string;
    },
    options?: ComplianceRequestOptions,
  ) {
    const { field, source, version } = edit;
    return this.#call<EntityResponse>(`${profilePathOf(edit)}/accept`, {
      ...options,
      method: 'POST',
      version,
      body: { field, source },
    });
  }

  async getHistory(
    request: {
      entityRef: string | CompoundEntityRef;
      limit?: number;
      cursor?: string;
    },
    options?: ComplianceRequestOptions,
  ) {
    const { entityRef, limit, cursor } = request;
    const params = new URLSearchParams({
      ...(limit !== undefined && { limit: String(limit) }),
      ...(cursor !== undefined && { cursor }),
    }).toString();
    return this.#call<HistoryResponse>(
      `${pathOf(entityRef)}/history${params && `?${params}`}`,
      options,
    );
  }

  async bulkEdit(edit: BulkEdit, options?: ComplianceRequestOptions) {
    return this.#call<BulkResponse>('/profiles/bulk', {
      ...options,
      method: 'POST',
      body: edit,
    });
  }

  async getTodo(options?: ComplianceRequestOptions) {
    return this.#call<TodoResponse>('/todo', options);
  }

  async getSummary(query: SummaryQuery, options?: ComplianceRequestOptions) {
    const { groupBy, ...entities } = query;
    const params = entitiesQueryParams(entities);
    if (groupBy) {
      params.append('groupBy', groupBy);
    }
    return this.#call<SummaryResponse>(`/summary${search(params)}`, options);
  }

  async getTrends(
    query: Omit<SummaryQuery, 'groupBy'> & { days?: number },
    options?: ComplianceRequestOptions,
  ) {
    const { days, ...entities } = query;
    const params = entitiesQueryParams(entities);
    if (days !== undefined) {
      params.append('days', String(days));
    }
    return this.#call<TrendsResponse>(`/trends${search(params)}`, options);
  }

  async querySuppliers(
    query: SuppliersQuery,
    options?: ComplianceRequestOptions,
  ) {
    const { order, ...rest } = query;
    const params = entitiesQueryParams(rest);
    if (order) {
      params.append('order', `${order.field},${order.direction}`);
    }
    return this.#call<SuppliersResponse>(
      `/suppliers${search(params)}`,
      options,
    );
  }

  async getDependencies(
    query: DependenciesQuery,
    options?: ComplianceRequestOptions,
  ) {
    const { entityRef, depth } = query;
    const params = new URLSearchParams({
      ...(depth !== undefined && { depth: String(depth) }),
    });
    return this.#call<DependenciesResponse>(
      `${pathOf(entityRef)}/dependencies${search(params)}`,
      options,
    );
  }

  async exportServices(
    query: Omit<EntitiesQuery, 'limit' | 'cursor'> & {
      format: 'csv' | 'json';
    },
    options?: ComplianceRequestOptions,
  ) {
    const { format, ...entities } = query;
    const path = `/exports/services.${format}`;
    return this.#query({ path, bodyPath: path }, entities, options);
  }

  async getLabels(
    request: { after: number; limit?: number },
    options?: ComplianceRequestOptions,
  ) {
    const { after, limit } = request;
    const params = new URLSearchParams({
      after: String(after),
      ...(limit !== undefined && { limit: String(limit) }),
    });
    return this.#call<LabelsResponse>(`/labels?${params}`, options);
  }

  /** Asks with parameters, or with a body where no address could hold them. */
  async #query(
    { path, bodyPath }: { path: string; bodyPath: string },
    query: EntitiesQuery,
    options?: ComplianceRequestOptions,
  ): Promise<Response> {
    const address = `${path}${search(entitiesQueryParams(query))}`;
    return address.length > MAX_ADDRESS
      ? this.#fetch(bodyPath, { ...options, method: 'POST', body: query })
      : this.#fetch(address, options);
  }

  async #call<T>(path: string, options?: CallOptions): Promise<T> {
    return (await this.#fetch(path, options)).json();
  }

  async #fetch(path: string, options: CallOptions = {}): Promise<Response> {
    const { token, signal, method, version, body } = options;
    const baseUrl = await this.#discoveryApi.getBaseUrl('compliance');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...(version && { 'If-Match': `"${version}"` }),
      },
      body: body && JSON.stringify(body),
      signal,
    });
    if (!response.ok) {
      throw await errorOf(response);
    }
    return response;
  }
}

/** What a call is made with. */
interface CallOptions extends ComplianceRequestOptions {
  method?: string;
  version?: string;
  body?: object;
}

function search(params: URLSearchParams): string {
  const text = params.toString();
  return text && `?${text}`;
}

function pathOf(entityRef: string | CompoundEntityRef): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [kind, namespace, name].map(encodeURIComponent).join('/');
  return `/entities/${path}`;
}

function profilePathOf({
  entityRef,
  group,
}: Pick<FacetEdit, 'entityRef' | 'group'>): string {
  return `${pathOf(entityRef)}/profile/${group}`;
}
