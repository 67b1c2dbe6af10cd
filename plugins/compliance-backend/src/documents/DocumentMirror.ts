import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  documentEntities,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { DocumentStore } from './DocumentStore';
import {
  DocumentEntity,
  entityFields,
  readDocumentEntity,
} from './readDocumentEntity';
import { MAX_DOCUMENTS } from './limits';

const PAGE_SIZE = 500;

/**
 * Copies the documents that entities of the catalog declare. What of them
 * cannot be used is logged when it is found and whenever it changes.
 */
export class DocumentMirror {
  readonly #store: DocumentStore;
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #standards: readonly Standard[];
  readonly #logger: LoggerService;
  #reported = new Set<string>();

  constructor(options: {
    store: DocumentStore;
    catalog: Pick<CatalogService, 'streamEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    /** The standards whose clauses documents can name. */
    standards: readonly Standard[];
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#standards = options.standards;
    this.#logger = options.logger;
  }

  /**
   * Reads the catalog once. When that fails half way, nothing changes.
   *
   * @returns the number of documents, and of the problems of declarations
   */
  async run(signal?: AbortSignal): Promise<{
    documents: number;
    documentProblems: number;
  }> {
    const found = [...(await this.#read(signal)).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    const documents = found.flatMap(({ values, ...declaration }) =>
      values ? [{ ...declaration, values }] : [],
    );
    const problems = found.flatMap(entity =>
      entity.problems.map(
        text => `A document is declared wrongly: ${entity.declaredBy}, ${text}`,
      ),
    );
    if (documents.length > MAX_DOCUMENTS) {
      problems.push(
        `The catalog declares ${documents.length} documents, expected at most ${MAX_DOCUMENTS}; the last ones by their refs are left out`,
      );
    }
    const kept = documents.slice(0, MAX_DOCUMENTS);
    await this.#store.declare('catalog', kept);
    this.#report(problems);
    return { documents: kept.length, documentProblems: problems.length };
  }

  /** By their ids, as an entity that moves between two pages comes twice. */
  async #read(signal?: AbortSignal): Promise<Map<string, DocumentEntity>> {
    const found = new Map<string, DocumentEntity>();
    const pages = this.#catalog.streamEntities(
      { query: documentEntities, fields: entityFields, pageSize: PAGE_SIZE },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      signal?.throwIfAborted();
      for (const entity of page) {
        const document = readDocumentEntity(entity, this.#standards);
        found.set(document.id, document);
      }
    }
    return found;
  }

  #report(problems: string[]): void {
    for (const text of problems) {
      if (!this.#reported.has(text)) {
        this.#logger.warn(text);
      }
    }
    this.#reported = new Set(problems);
  }
}
