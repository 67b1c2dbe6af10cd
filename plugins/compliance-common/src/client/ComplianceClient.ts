import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { ComplianceApi, ComplianceRequestOptions } from './ComplianceApi';
import {
  BulkEdit,
  BulkResponse,
  FacetEdit,
  FacetSave,
  FacetWithdrawal,
  HistoryQuery,
  HistoryResponse,
  LabelsQuery,
  LabelsResponse,
  PreviewResponse,
  TodoResponse,
  ValueAcceptance,
} from './edits';
import { errorOf } from './errors';
import {
  DependenciesQuery,
  DependenciesResponse,
  ExportQuery,
  SummaryQuery,
  SummaryResponse,
  SuppliersQuery,
  SuppliersResponse,
  TrendsQuery,
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
import { entitiesQueryParams } from './entitiesQueryParams';

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

  async saveFacet(edit: FacetSave, options?: ComplianceRequestOptions) {
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
    edit: FacetWithdrawal,
    options?: ComplianceRequestOptions,
  ) {
    return this.#call<EntityResponse>(profilePathOf(edit), {
      ...options,
      method: 'DELETE',
      version: edit.version,
    });
  }

  async acceptValue(edit: ValueAcceptance, options?: ComplianceRequestOptions) {
    const { field, source, version } = edit;
    return this.#call<EntityResponse>(`${profilePathOf(edit)}/accept`, {
      ...options,
      method: 'POST',
      version,
      body: { field, source },
    });
  }

  async getHistory(request: HistoryQuery, options?: ComplianceRequestOptions) {
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

  async getTrends(query: TrendsQuery, options?: ComplianceRequestOptions) {
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

  async exportServices(query: ExportQuery, options?: ComplianceRequestOptions) {
    const { format, ...entities } = query;
    const path = `/exports/services.${format}`;
    return this.#query({ path, bodyPath: path }, entities, options);
  }

  async getLabels(request: LabelsQuery, options?: ComplianceRequestOptions) {
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
