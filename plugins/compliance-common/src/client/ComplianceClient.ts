import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ComplianceApi, ComplianceRequestOptions } from './ComplianceApi';
import {
  ApplicabilityEntry,
  ApplicabilityResponse,
  ApplicabilityVersion,
  ApplicabilityVersionResponse,
} from '../applicability';
import {
  DocumentsResponse,
  DocumentValues,
  RegisteredDocument,
} from '../documents';
import {
  ApplicabilityApproval,
  ApplicabilitySave,
  AuditExportQuery,
  CoverageQuery,
  CoverageResponse,
  DocumentSave,
  EntityCoverageResponse,
} from './coverage';
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
    const response = await this.#query(
      { path: '/summary', bodyPath: '/summary/query', more: { groupBy } },
      entities,
      options,
    );
    return response.json() as Promise<SummaryResponse>;
  }

  async getTrends(query: TrendsQuery, options?: ComplianceRequestOptions) {
    const { days, ...entities } = query;
    const response = await this.#query(
      { path: '/trends', bodyPath: '/trends/query', more: { days } },
      entities,
      options,
    );
    return response.json() as Promise<TrendsResponse>;
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

  async getCoverage(query: CoverageQuery, options?: ComplianceRequestOptions) {
    const { standard, ...entities } = query;
    const response = await this.#query(
      { path: '/coverage', bodyPath: '/coverage/query', more: { standard } },
      entities,
      options,
    );
    return response.json() as Promise<CoverageResponse>;
  }

  async getEntityCoverage(
    entityRef: string | CompoundEntityRef,
    options?: ComplianceRequestOptions,
  ) {
    return this.#call<EntityCoverageResponse>(
      `${pathOf(entityRef)}/coverage`,
      options,
    );
  }

  async getDocuments(options?: ComplianceRequestOptions) {
    return this.#call<DocumentsResponse>('/documents', options);
  }

  async addDocument(
    values: DocumentValues,
    options?: ComplianceRequestOptions,
  ) {
    return this.#call<RegisteredDocument>('/documents', {
      ...options,
      method: 'POST',
      body: values,
    });
  }

  async saveDocument(save: DocumentSave, options?: ComplianceRequestOptions) {
    return this.#call<RegisteredDocument>(documentPathOf(save), {
      ...options,
      method: 'PUT',
      version: save.etag,
      body: save.values,
    });
  }

  async removeDocument(
    document: Pick<DocumentSave, 'id' | 'etag'>,
    options?: ComplianceRequestOptions,
  ) {
    await this.#fetch(documentPathOf(document), {
      ...options,
      method: 'DELETE',
      version: document.etag,
    });
  }

  async getApplicability(standard: string, options?: ComplianceRequestOptions) {
    return this.#call<ApplicabilityResponse>(
      applicabilityPathOf(standard),
      options,
    );
  }

  async saveApplicability(
    save: ApplicabilitySave,
    options?: ComplianceRequestOptions,
  ) {
    const { standard, clause, etag, values } = save;
    return this.#call<ApplicabilityEntry>(
      `${applicabilityPathOf(standard)}/${encodeURIComponent(clause)}`,
      { ...options, method: 'PUT', version: etag, body: values },
    );
  }

  async approveApplicability(
    approval: ApplicabilityApproval,
    options?: ComplianceRequestOptions,
  ) {
    const { standard, etag, note } = approval;
    return this.#call<ApplicabilityVersion>('/applicability/versions', {
      ...options,
      method: 'POST',
      version: etag,
      body: { standard, note },
    });
  }

  async getApplicabilityVersion(
    version: { standard: string; number: number },
    options?: ComplianceRequestOptions,
  ) {
    const { standard, number } = version;
    return this.#call<ApplicabilityVersionResponse>(
      `${applicabilityPathOf(standard)}/versions/${number}`,
      options,
    );
  }

  async exportForAudit(
    query: AuditExportQuery,
    options?: ComplianceRequestOptions,
  ) {
    const { file, entityRef, ...entities } = query;
    const params = entitiesQueryParams(entities);
    if (entityRef !== undefined) {
      params.append(
        'entityRef',
        typeof entityRef === 'string'
          ? entityRef
          : stringifyEntityRef(entityRef),
      );
    }
    return this.#fetch(
      `/exports/${encodeURIComponent(file)}${search(params)}`,
      options,
    );
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
    target: {
      path: string;
      bodyPath: string;
      /** What is asked for besides the query. */
      more?: Record<string, string | number | undefined>;
    },
    query: EntitiesQuery,
    options?: ComplianceRequestOptions,
  ): Promise<Response> {
    const { path, bodyPath, more = {} } = target;
    const params = entitiesQueryParams(query);
    for (const [key, value] of Object.entries(more)) {
      if (value !== undefined) {
        params.append(key, String(value));
      }
    }
    const address = `${path}${search(params)}`;
    return address.length > MAX_ADDRESS
      ? this.#fetch(bodyPath, {
          ...options,
          method: 'POST',
          body: { ...query, ...more },
        })
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

function documentPathOf({ id }: Pick<DocumentSave, 'id'>): string {
  return `/documents/${encodeURIComponent(id)}`;
}

function applicabilityPathOf(standard: string): string {
  return `/applicability/${encodeURIComponent(standard)}`;
}

function profilePathOf({
  entityRef,
  group,
}: Pick<FacetEdit, 'entityRef' | 'group'>): string {
  return `${pathOf(entityRef)}/profile/${group}`;
}
