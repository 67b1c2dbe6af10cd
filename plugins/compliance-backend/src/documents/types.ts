import { DocumentValues } from '@service-compliance/backstage-plugin-compliance-common';

/** A document as it is declared outside of the portal. */
export interface DeclaredDocument {
  id: string;
  values: DocumentValues;
  /** Ref of the entity of the catalog that declares it. */
  declaredBy?: string;
  /** What of the declaration cannot be used, in one line for each problem. */
  problems?: string[];
}

/** Where documents can be declared. */
export type DeclaringSource = 'config' | 'catalog';

/** A document as it is kept: it is declared, was edited, or both. */
export interface StoredDocument {
  id: string;
  /** Absent when it is not declared. */
  declaration?: Omit<DeclaredDocument, 'id'> & { source: DeclaringSource };
  /** What was entered in the portal, which holds instead of the declaration. */
  edited?: DocumentValues;
  revision: number;
  /** ISO 8601 timestamp and ref of the user, of the last change in the portal. */
  changedAt?: string;
  changedBy?: string;
}

/** Who changes something, and when. */
export interface Change {
  /** ISO 8601 timestamp. */
  at: string;
  /** Ref of the user. */
  by: string;
}
