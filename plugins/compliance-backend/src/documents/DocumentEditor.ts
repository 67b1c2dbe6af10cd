import { ConflictError } from '@backstage/errors';
import {
  DocumentValues,
  isSameValue,
  readDocument,
  RegisteredDocument,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { v4 as uuid } from 'uuid';
import { withoutStatement } from '../database/withoutStatement';
import { StaleEditError } from '../profiles/precondition';
import { invalidValues } from '../profiles/readValues';
import { DocumentStore, Target } from './DocumentStore';
import { documentFields } from './fields';
import { MAX_DOCUMENTS } from './limits';
import { Change } from './types';

/** A change of a document that somebody may see. */
interface DocumentChange {
  /** As it was when the change arrived. */
  document: RegisteredDocument;
  /** The revision that the change is based on, or `*` for whichever. */
  version: string;
  /** Ref of a user. */
  author: string;
}

/** Writes what people say about documents in the portal. */
export class DocumentEditor {
  readonly #store: DocumentStore;
  readonly #standards: readonly Standard[];
  readonly #clock: () => Date;

  constructor(options: {
    store: DocumentStore;
    /** The standards whose clauses documents can name. */
    standards: readonly Standard[];
    clock?: () => Date;
  }) {
    this.#store = options.store;
    this.#standards = options.standards;
    this.#clock = options.clock ?? (() => new Date());
  }

  /**
   * Adds a document.
   *
   * @param input - values by field name, as somebody sent them
   * @returns the id of the document
   * @throws InvalidValuesError, or ConflictError when the register is full.
   */
  async add(input: unknown, author: string): Promise<string> {
    const values = this.#read(input);
    if ((await this.#store.count()) >= MAX_DOCUMENTS) {
      throw new ConflictError(
        `The register has ${MAX_DOCUMENTS} documents, which is the most it takes; remove one first`,
      );
    }
    const id = uuid();
    await this.#guarded(() =>
      this.#store.add(id, values, this.#change(author)),
    );
    return id;
  }

  /**
   * Replaces what is said about a document. One of which the same is said
   * already stays as it is, whatever the change is based on.
   *
   * @param input - values by field name, as somebody sent them
   * @returns the names of the fields that changed
   * @throws InvalidValuesError or StaleEditError
   */
  async save(
    { document, version, author }: DocumentChange,
    input: unknown,
  ): Promise<string[]> {
    const isStale = version !== '*' && version !== document.etag;
    let values: DocumentValues;
    try {
      values = this.#read(input);
    } catch (error) {
      throw isStale ? staleEdit(version) : error;
    }
    const fields = documentFields.filter(
      field => !isSameValue(document[field], values[field]),
    );
    if (fields.length > 0) {
      await this.#writeTo(document, version, target =>
        this.#store.edit(target, values, this.#change(author)),
      );
    }
    return fields;
  }

  /** What removing a document means, for the record. */
  async removalOf(id: string): Promise<'withdraw' | 'remove'> {
    const stored = await this.#store.find(id);
    return stored?.declaration ? 'withdraw' : 'remove';
  }

  /**
   * Withdraws what the portal says about a declared document, or removes one
   * that is declared nowhere.
   *
   * @throws ConflictError when there is nothing but the declaration, or
   * StaleEditError
   */
  async remove({ document, version, author }: DocumentChange): Promise<void> {
    const { id, source, declared, declaredBy } = document;
    if (source !== 'portal' && !declared) {
      throw new ConflictError(
        `The document '${id}' is declared ${
          declaredBy ? `by ${declaredBy} in the catalog` : 'in app-config'
        } and can only be removed there`,
      );
    }
    await this.#writeTo(document, version, target =>
      source === 'portal'
        ? this.#store.remove(target)
        : this.#store.withdraw(target, this.#change(author)),
    );
  }

  #read(input: unknown): DocumentValues {
    const reading = readDocument(input, this.#standards);
    if ('errors' in reading) {
      throw invalidValues(reading.errors);
    }
    return reading.values;
  }

  #change(author: string): Change {
    return { at: this.#clock().toISOString(), by: author };
  }

  /** Writes unless the document has another revision, now or by then. */
  async #writeTo(
    { id, etag }: RegisteredDocument,
    version: string,
    write: (target: Target) => Promise<boolean>,
  ): Promise<void> {
    const target = version === '*' ? { id } : { id, revision: Number(version) };
    const isWritten =
      (version === '*' || version === etag) &&
      (await this.#guarded(() => write(target)));
    if (!isWritten) {
      throw staleEdit(version);
    }
  }

  #guarded<T>(write: () => Promise<T>): Promise<T> {
    return write().catch(error => {
      throw withoutStatement(error, 'The document could not be written');
    });
  }
}

function staleEdit(version: string): StaleEditError {
  return new StaleEditError(
    `The document was changed in the meantime: it no longer has version ${version}, which the change is based on`,
  );
}
