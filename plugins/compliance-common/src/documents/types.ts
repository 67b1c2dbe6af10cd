import { ClauseRef } from '../standards';

/**
 * Kinds of documented information.
 *
 * @public
 */
export const documentKinds = ['policy', 'procedure', 'plan', 'record'] as const;

/**
 * One of {@link documentKinds}.
 *
 * @public
 */
export type DocumentKind = (typeof documentKinds)[number];

/**
 * What people say about a document that is evidence for clauses.
 *
 * @public
 */
export interface DocumentValues {
  title: string;
  kind: DocumentKind;
  /** Address of the document, `https:` or `http:`. */
  link?: string;
  /** Ref of the catalog entity whose page or TechDocs hold it. */
  entityRef?: string;
  /** Ref of the user or group that answers for it. */
  owner?: string;
  /** Version of the document, as its owner writes it. */
  version?: string;
  /** ISO 8601 date; it is a draft before that day, and without one. */
  approvedOn?: string;
  /** ISO 8601 duration; absent when it does not expire. */
  reviewEvery?: string;
  /** The clauses it is evidence for, of one or several standards. */
  clauses: ClauseRef[];
}

/**
 * `current` is evidence; a `draft` is not approved (yet), and the review of one
 * that is `overdue` was due before today.
 *
 * @public
 */
export type DocumentState = 'current' | 'draft' | 'overdue';

/**
 * A document of the register.
 *
 * @public
 */
export interface RegisteredDocument extends DocumentValues {
  id: string;
  state: DocumentState;
  /** ISO 8601 date: the day of approval and the interval. */
  nextReviewOn?: string;
  /** Where it was declared: app-config, the catalog, or only in the portal. */
  source: 'config' | 'catalog' | 'portal';
  /** Ref of the catalog entity that declares it. */
  declaredBy?: string;
  /**
   * What is declared, when it was changed in the portal; the values above are
   * those of the portal then.
   */
  declared?: DocumentValues;
  /** What the entity that declares it says but cannot be used, in words. */
  problems?: string[];
  /** What `If-Match` must say to change it. */
  etag: string;
  /** ISO 8601 timestamp and ref of the user, of the last change in the portal. */
  changedAt?: string;
  changedBy?: string;
}

/**
 * Answer of `GET /documents`, by title.
 *
 * @public
 */
export interface DocumentsResponse {
  items: RegisteredDocument[];
  /** Whether the reader may change them. */
  mayUpdate: boolean;
}
