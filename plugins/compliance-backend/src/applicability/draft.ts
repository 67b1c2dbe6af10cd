import {
  ApplicabilityEntry,
  applicabilityFields,
  ApplicabilityValues,
} from '@service-compliance/backstage-plugin-compliance-common';
import { EditedEntry } from './ApplicabilityStore';
import { DeclaredStatement } from './DeclaredStatements';

/**
 * What `If-Match` must say to approve a draft: it also changes with app-config,
 * so that nobody approves what they have not seen.
 *
 * @param revision - number of changes in the portal
 */
export const draftEtag = (declared: DeclaredStatement, revision: number) =>
  `${revision}-${declared.hash}`;

/** An entry as it is: changed in the portal as a whole, or as declared. */
export function draftEntry(
  declared: DeclaredStatement,
  clause: string,
  edited: EditedEntry | undefined,
): ApplicabilityEntry {
  return {
    clause,
    ...(edited ? edited.values : declared.entries.get(clause)),
    etag: String(edited?.revision ?? 0),
    ...(edited && {
      changedAt: edited.changedAt,
      changedBy: edited.changedBy,
    }),
  };
}

/** The entries of a draft, in the order of the standard. */
export function draftEntries(
  declared: DeclaredStatement,
  edited: ReadonlyMap<string, EditedEntry>,
): ApplicabilityEntry[] {
  return declared.clauses.map(({ id }) =>
    draftEntry(declared, id, edited.get(id)),
  );
}

/** What an entry says, without what is said about it. */
export function valuesOf(entry: ApplicabilityValues): ApplicabilityValues {
  return Object.fromEntries(
    applicabilityFields
      .filter(field => entry[field] !== undefined)
      .map(field => [field, entry[field]]),
  );
}
