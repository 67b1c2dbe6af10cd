import { ClauseDefinition } from './defineStandard';
import { Clause } from './types';

/** Number and title of a clause or control. */
type NumberedTitle = [id: string, title: string];

/**
 * The clauses or controls of a standard by number and title, with those marked
 * that the metadata of services is evidence for.
 */
export function numbered(
  kind: Clause['kind'],
  rows: NumberedTitle[],
  evidencedByServices: string[] = [],
): ClauseDefinition[] {
  return rows.map(([id, title]) => ({
    id,
    title,
    kind,
    evidence: evidencedByServices.includes(id) ? 'service' : undefined,
  }));
}
