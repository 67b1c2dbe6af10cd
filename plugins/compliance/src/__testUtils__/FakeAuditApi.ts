import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ApplicabilityApproval,
  ApplicabilityResponse,
  ApplicabilitySave,
  ApplicabilityVersionResponse,
  AuditExportQuery,
  compareStatements,
  ComplianceApi,
  CoverageQuery,
  CoverageResponse,
  DocumentSave,
  DocumentValues,
  EditConflictError,
  EntityCoverageResponse,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { registeredDocument } from './documents';

type AuditApi = Pick<
  ComplianceApi,
  | 'getCoverage'
  | 'getEntityCoverage'
  | 'getDocuments'
  | 'addDocument'
  | 'saveDocument'
  | 'removeDocument'
  | 'getApplicability'
  | 'saveApplicability'
  | 'approveApplicability'
  | 'getApplicabilityVersion'
  | 'exportForAudit'
>;

/** The part of a backend in memory that auditors use. */
export class FakeAuditApi implements AuditApi {
  /** By standard; others have no clauses. */
  coverage: Record<string, CoverageResponse> = {};
  entityCoverage: EntityCoverageResponse['standards'] = [];
  documents: RegisteredDocument[] = [];
  applicability: Record<string, ApplicabilityResponse> = {};
  applicabilityVersions: ApplicabilityVersionResponse[] = [];
  /** What was exported. */
  auditExports: AuditExportQuery[] = [];
  mayUpdateDocuments = true;
  #changes = 0;

  getCoverage = async ({ standard }: CoverageQuery) =>
    this.coverage[standard] ?? {
      standard,
      services: 0,
      outOfScope: 0,
      clauses: [],
    };

  getEntityCoverage = async (entityRef: string | object) => ({
    entityRef: String(entityRef),
    standards: this.entityCoverage,
  });

  getDocuments = async () => ({
    items: this.documents,
    mayUpdate: this.mayUpdateDocuments,
  });

  addDocument = async (values: DocumentValues) =>
    this.#keep({ id: `document-${(this.#changes += 1)}`, values });

  saveDocument = async ({ id, etag, values }: DocumentSave) => {
    this.#assertUnchanged(this.#document(id), etag);
    return this.#keep({ id, values });
  };

  removeDocument = async ({ id, etag }: Pick<DocumentSave, 'id' | 'etag'>) => {
    const { source, declaredBy, declared, ...document } = this.#document(id);
    this.#assertUnchanged(document, etag);
    this.documents = this.documents.filter(other => other.id !== id);
    if (declared) {
      this.documents.push({
        ...registeredDocument(declared),
        id,
        source,
        declaredBy,
        etag: String((this.#changes += 1)),
      });
    }
  };

  getApplicability = async (standard: string) => {
    const statement = this.applicability[standard];
    if (!statement) {
      throw new NotFoundError(`There is no standard '${standard}'`);
    }
    return statement;
  };

  saveApplicability = async (save: ApplicabilitySave) => {
    const statement = await this.getApplicability(save.standard);
    const current = statement.entries.find(
      ({ clause }) => clause === save.clause,
    );
    if (!current) {
      throw new NotFoundError(`There is no clause '${save.clause}'`);
    }
    this.#assertUnchanged(current, save.etag);
    const entry = {
      ...save.values,
      clause: save.clause,
      etag: String((this.#changes += 1)),
      changedAt: '2026-03-02T09:00:00.000Z',
      changedBy: 'user:default/guest',
    };
    this.applicability[save.standard] = {
      ...statement,
      etag: entry.etag,
      entries: statement.entries.map(other =>
        other === current ? entry : other,
      ),
    };
    return entry;
  };

  approveApplicability = async (approval: ApplicabilityApproval) => {
    const { standard, etag, note } = approval;
    const statement = await this.getApplicability(standard);
    this.#assertUnchanged(statement, etag);
    const { entries } = statement;
    const last = this.applicabilityVersions.find(
      ({ standard: of, number }) =>
        of === standard && number === statement.versions.at(0)?.number,
    );
    if (last && compareStatements(last.entries, entries).length === 0) {
      throw new ConflictError(`Version ${last.number} says the same`);
    }
    const version = {
      number: statement.versions.length + 1,
      approvedAt: '2026-03-02T09:00:00.000Z',
      approvedBy: 'user:default/guest',
      note,
      applicable: entries.filter(({ applicable }) => applicable).length,
      excluded: entries.filter(({ applicable }) => applicable === false).length,
    };
    this.applicability[standard] = {
      ...statement,
      versions: [version, ...statement.versions],
    };
    this.applicabilityVersions.push({ ...version, standard, entries });
    return version;
  };

  getApplicabilityVersion = async (version: {
    standard: string;
    number: number;
  }) => {
    const found = this.applicabilityVersions.find(
      ({ standard, number }) =>
        standard === version.standard && number === version.number,
    );
    if (!found) {
      throw new NotFoundError(`There is no version ${version.number}`);
    }
    return found;
  };

  exportForAudit = async (query: AuditExportQuery) => {
    this.auditExports.push(query);
    return new Response('file');
  };

  #document(id: string) {
    const document = this.documents.find(entry => entry.id === id);
    if (!document) {
      throw new NotFoundError(`There is no document '${id}'`);
    }
    return document;
  }

  #keep({ id, values }: { id: string; values: DocumentValues }) {
    const known = this.documents.find(other => other.id === id);
    const isDeclared = known && known.source !== 'portal';
    const document = {
      ...registeredDocument(values),
      id,
      source: known?.source ?? 'portal',
      declaredBy: known?.declaredBy,
      declared: isDeclared ? known.declared ?? known : undefined,
      etag: String((this.#changes += 1)),
      changedAt: '2026-03-02T09:00:00.000Z',
      changedBy: 'user:default/guest',
    };
    this.documents = [
      ...this.documents.filter(other => other.id !== id),
      document,
    ];
    return document;
  }

  #assertUnchanged(current: { etag: string }, based: string) {
    if (current.etag !== based) {
      throw new EditConflictError('It was changed by somebody else', current);
    }
  }
}
