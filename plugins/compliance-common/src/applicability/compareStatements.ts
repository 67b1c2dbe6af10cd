import { isSameValue } from '../profile';
import { applicabilityFields } from './readApplicability';
import { ApplicabilityValues } from './types';

/**
 * What became of one value of a statement.
 *
 * @public
 */
export interface ApplicabilityValueChange {
  field: keyof ApplicabilityValues;
  /** Absent when it was unset. */
  before?: unknown;
  /** Absent when it is unset. */
  after?: unknown;
}

/**
 * What became of a control or clause between two statements: `added` and
 * `removed` ones are only in one of them, as they are about different editions
 * of the standard.
 *
 * @public
 */
export interface ApplicabilityChange {
  /** Number of the control or clause. */
  clause: string;
  change: 'added' | 'removed' | 'changed';
  /** At least one when it is `changed`. */
  fields: ApplicabilityValueChange[];
}

/**
 * What a statement says about a control or clause.
 *
 * @public
 */
export type StatementEntry = ApplicabilityValues & { clause: string };

/**
 * What is different between two statements: versions or a version and the
 * draft.
 *
 * @returns in the order of the later one; what it does not have comes last.
 * @public
 */
export function compareStatements(
  before: readonly StatementEntry[],
  after: readonly StatementEntry[],
): ApplicabilityChange[] {
  const byClause = (entries: readonly StatementEntry[]) =>
    new Map(entries.map(entry => [entry.clause, entry]));
  const [old, current] = [byClause(before), byClause(after)];
  return [
    ...after.flatMap((entry): ApplicabilityChange[] => {
      const { clause } = entry;
      const was = old.get(clause);
      const fields = changesOf(was, entry);
      if (!was) {
        return [{ clause, change: 'added', fields }];
      }
      return fields.length > 0 ? [{ clause, change: 'changed', fields }] : [];
    }),
    ...before
      .filter(({ clause }) => !current.has(clause))
      .map((entry): ApplicabilityChange => {
        const fields = changesOf(entry, undefined);
        return { clause: entry.clause, change: 'removed', fields };
      }),
  ];
}

function changesOf(
  before: ApplicabilityValues = {},
  after: ApplicabilityValues = {},
): ApplicabilityValueChange[] {
  return applicabilityFields
    .filter(field => !isSameValue(before[field], after[field]))
    .map(field => ({
      field,
      ...(before[field] !== undefined && { before: before[field] }),
      ...(after[field] !== undefined && { after: after[field] }),
    }));
}
