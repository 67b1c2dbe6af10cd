import {
  ApplicabilityEntry,
  Clause,
  ClauseCoverage,
  disagreement,
  Disagreement,
  StandardResponse,
  StatementEntry,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StatementFilter } from './applicabilityQuery';
import { decisionOf } from './decision';

/** What is said of a control or clause, be it in the draft or in a version. */
export type ShownEntry = StatementEntry & Partial<ApplicabilityEntry>;

/** A control or clause with all that is known of it. */
export interface StatementRow {
  id: string;
  /** Empty for what the standard does not have any more. */
  title: string;
  /** The theme or the topmost heading that it is part of. */
  group?: { id: string; title: string };
  entry: ShownEntry;
  /** Absent while it is not known. */
  coverage?: ClauseCoverage;
  disagreement?: Disagreement;
}

/** Rows of the same group. */
export interface RowGroup {
  id: string;
  title: string;
  rows: StatementRow[];
}

/** The rows of a statement, in its order. */
export function statementRows(options: {
  standard: Pick<StandardResponse, 'clauses' | 'themes'>;
  entries: readonly ShownEntry[];
  coverage?: readonly ClauseCoverage[];
}): StatementRow[] {
  const { standard, entries, coverage = [] } = options;
  const clauses = new Map(standard.clauses.map(entry => [entry.id, entry]));
  const themes = new Map(standard.themes.map(entry => [entry.id, entry]));
  const covered = new Map(coverage.map(entry => [entry.clause, entry]));

  function groupOf({ id, title, parent }: Clause): StatementRow['group'] {
    if (parent === undefined) {
      return { id, title };
    }
    const above = clauses.get(parent);
    return above ? groupOf(above) : themes.get(parent);
  }

  return entries.map(entry => {
    const clause = clauses.get(entry.clause);
    const measured = covered.get(entry.clause);
    return {
      id: entry.clause,
      title: clause?.title ?? '',
      group: clause && groupOf(clause),
      entry,
      coverage: measured,
      disagreement: measured && disagreement(entry, measured.counts),
    };
  });
}

/** Whether a list of chosen values, where empty means any, has this one. */
function admits<T>(chosen: readonly T[], value: T): boolean {
  return chosen.length === 0 || chosen.includes(value);
}

/** The rows that the filter lets through. */
export function matchingRows(
  rows: readonly StatementRow[],
  filter: StatementFilter,
): StatementRow[] {
  const words = filter.search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(row => {
    const { exclusion = '', implementation, owner, handledBy } = row.entry;
    const text = `${row.id} ${row.title} ${exclusion} ${
      handledBy ?? ''
    }`.toLocaleLowerCase();
    return (
      words.every(word => text.includes(word)) &&
      admits(filter.decisions, decisionOf(row.entry)) &&
      admits(filter.implementations, implementation ?? UNSET) &&
      admits(filter.owners, owner ?? UNSET) &&
      (filter.only !== 'disagreements' || row.disagreement !== undefined) &&
      (filter.only !== 'handled' || handledBy !== undefined)
    );
  });
}

/** The rows by their groups, in the order of the rows. */
export function groupRows(rows: readonly StatementRow[]): RowGroup[] {
  const groups = new Map<string, RowGroup>();
  for (const row of rows) {
    const { id, title } = row.group ?? { id: '', title: '' };
    const group = groups.get(id) ?? { id, title, rows: [] };
    groups.set(id, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}
