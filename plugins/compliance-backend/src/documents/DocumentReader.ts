import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { DocumentControl } from '../permissions/DocumentControl';
import { DocumentStore } from './DocumentStore';
import { toRegistered } from './registered';
import { StoredDocument } from './types';

const collator = new Intl.Collator('en', { numeric: true });

/** Answers what is in the register. */
export class DocumentReader {
  readonly #store: DocumentStore;
  readonly #control: DocumentControl;
  readonly #clock: () => Date;

  constructor(options: {
    store: DocumentStore;
    control: DocumentControl;
    clock?: () => Date;
  }) {
    this.#store = options.store;
    this.#control = options.control;
    this.#clock = options.clock ?? (() => new Date());
  }

  /**
   * The documents that somebody may see, by title and as they stand today: one
   * statement, however many there are. None for those who may not read the
   * register.
   */
  async list(credentials: BackstageCredentials): Promise<RegisteredDocument[]> {
    const { mayRead } = await this.#control.rightsOf(credentials);
    return mayRead ? this.listReadable(credentials) : [];
  }

  /** The same for somebody of whom it is known that they may read it. */
  async listReadable(
    credentials: BackstageCredentials,
  ): Promise<RegisteredDocument[]> {
    const stored = await this.#store.list();
    const isVisible = stored.some(({ declaration }) => declaration?.declaredBy)
      ? await this.#control.visibleEntities(credentials)
      : () => true;
    return stored
      .filter(({ declaration }) =>
        declaration?.declaredBy === undefined
          ? true
          : isVisible(declaration.declaredBy),
      )
      .map(document => this.#registered(document))
      .sort(
        (a, b) => collator.compare(a.title, b.title) || (a.id < b.id ? -1 : 1),
      );
  }

  /** A document, unless it does not exist or somebody may not see it. */
  async find(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<RegisteredDocument | undefined> {
    const stored = await this.#store.find(id);
    const declaredBy = stored?.declaration?.declaredBy;
    return stored &&
      (declaredBy === undefined ||
        (await this.#control.maySee(declaredBy, credentials)))
      ? this.#registered(stored)
      : undefined;
  }

  #registered(stored: StoredDocument): RegisteredDocument {
    return toRegistered(stored, this.#clock().toISOString().slice(0, 10));
  }
}
