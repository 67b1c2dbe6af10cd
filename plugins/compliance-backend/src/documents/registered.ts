import {
  documentState,
  nextReviewOn,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StoredDocument } from './types';

/**
 * A document as readers see it: what the portal says, else what is declared.
 *
 * @param today - ISO 8601 date
 */
export function toRegistered(
  stored: StoredDocument,
  today: string,
): RegisteredDocument {
  const { id, declaration, edited, revision, changedAt, changedBy } = stored;
  const values = edited ?? declaration!.values;
  return {
    ...values,
    id,
    state: documentState(values, today),
    nextReviewOn: nextReviewOn(values),
    source: declaration?.source ?? 'portal',
    declaredBy: declaration?.declaredBy,
    declared: edited && declaration?.values,
    problems: declaration?.problems,
    etag: String(revision),
    changedAt,
    changedBy,
  };
}
