import { CompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
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
}

/**
 * Query parameters of `GET /entities` for a query.
 *
 * @public
 */
export function entitiesQueryParams(query: EntitiesQuery): URLSearchParams {
  const params = new URLSearchParams();
  const { check, ...filter } = query.filter ?? {};
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
    return this.#get<VocabularyResponse>('/vocabulary', options);
  }

  async getChecks(options?: ComplianceRequestOptions) {
    return this.#get<ChecksResponse>('/checks', options);
  }

  async getStandards(options?: ComplianceRequestOptions) {
    return this.#get<StandardsResponse>('/standards', options);
  }

  async getStandard(id: string, options?: ComplianceRequestOptions) {
    return this.#get<StandardResponse>(
      `/standards/${encodeURIComponent(id)}`,
      options,
    );
  }

  async queryEntities(
    query: EntitiesQuery,
    options?: ComplianceRequestOptions,
  ) {
    const params = entitiesQueryParams(query).toString();
    return this.#get<EntitiesResponse>(
      `/entities${params && `?${params}`}`,
      options,
    );
  }

  async getEntity(
    entityRef: string | CompoundEntityRef,
    options?: ComplianceRequestOptions,
  ) {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    return this.#get<EntityResponse>(`/entities/${path}`, options);
  }

  async getStatus(options?: ComplianceRequestOptions) {
    return this.#get<StatusResponse>('/status', options);
  }

  async #get<T>(path: string, options?: ComplianceRequestOptions): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('compliance');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      headers: options?.token
        ? { Authorization: `Bearer ${options.token}` }
        : {},
      signal: options?.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
