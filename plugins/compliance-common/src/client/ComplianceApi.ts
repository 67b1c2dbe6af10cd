import { CompoundEntityRef } from '@backstage/catalog-model';
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
    edit: FacetSave,
    options?: ComplianceRequestOptions,
  ): Promise<EntityResponse>;
  /** Tells what {@link ComplianceApi.saveFacet} would do. */
  previewFacet(
    edit: FacetEdit,
    options?: ComplianceRequestOptions,
  ): Promise<PreviewResponse>;
  /** Removes a group of the values entered in the portal. */
  withdrawFacet(
    edit: FacetWithdrawal,
    options?: ComplianceRequestOptions,
  ): Promise<EntityResponse>;
  /**
   * Settles a conflict: that of Git removes the portal's value, that of the
   * portal holds until Git says something else.
   */
  acceptValue(
    edit: ValueAcceptance,
    options?: ComplianceRequestOptions,
  ): Promise<EntityResponse>;
  getHistory(
    request: HistoryQuery,
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
    query: TrendsQuery,
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
    query: ExportQuery,
    options?: ComplianceRequestOptions,
  ): Promise<Response>;

  /** Coverage of a standard by the services that the reader may see. */
  getCoverage(
    query: CoverageQuery,
    options?: ComplianceRequestOptions,
  ): Promise<CoverageResponse>;
  /** Coverage of all standards by one service. */
  getEntityCoverage(
    entityRef: string | CompoundEntityRef,
    options?: ComplianceRequestOptions,
  ): Promise<EntityCoverageResponse>;

  getDocuments(options?: ComplianceRequestOptions): Promise<DocumentsResponse>;
  /** @throws InvalidValuesError when values are not allowed. */
  addDocument(
    values: DocumentValues,
    options?: ComplianceRequestOptions,
  ): Promise<RegisteredDocument>;
  /**
   * @throws EditConflictError when it was changed by now, and
   * InvalidValuesError when values are not allowed.
   */
  saveDocument(
    save: DocumentSave,
    options?: ComplianceRequestOptions,
  ): Promise<RegisteredDocument>;
  /**
   * Removes a document that was added in the portal, or what was changed in the
   * portal of one that is declared elsewhere.
   */
  removeDocument(
    document: Pick<DocumentSave, 'id' | 'etag'>,
    options?: ComplianceRequestOptions,
  ): Promise<void>;

  /** The draft of the Statement of Applicability and what was approved. */
  getApplicability(
    standard: string,
    options?: ComplianceRequestOptions,
  ): Promise<ApplicabilityResponse>;
  /**
   * @throws EditConflictError when it was changed by now, and
   * InvalidValuesError when values are not allowed.
   */
  saveApplicability(
    save: ApplicabilitySave,
    options?: ComplianceRequestOptions,
  ): Promise<ApplicabilityEntry>;
  /** @throws InvalidValuesError when the draft is not complete. */
  approveApplicability(
    approval: ApplicabilityApproval,
    options?: ComplianceRequestOptions,
  ): Promise<ApplicabilityVersion>;
  getApplicabilityVersion(
    version: { standard: string; number: number },
    options?: ComplianceRequestOptions,
  ): Promise<ApplicabilityVersionResponse>;

  /** A file for auditors. The body is streamed and may be long. */
  exportForAudit(
    query: AuditExportQuery,
    options?: ComplianceRequestOptions,
  ): Promise<Response>;
  /** Only for services. */
  getLabels(
    request: LabelsQuery,
    options?: ComplianceRequestOptions,
  ): Promise<LabelsResponse>;
}
