import { nearestId } from '../profile';
import { ClauseRef, Standard } from '../standards';

/**
 * A reference to a clause that no standard has.
 *
 * @public
 */
export interface UnknownClause {
  /** Position in the list. */
  index: number;
  /** What of it is not known. */
  part: keyof ClauseRef;
  /** What would be right, as the end of the sentence "expected …". */
  expected: string;
  /** The nearest right value, when one can be told. */
  nearest?: string;
}

/**
 * Those of the references that lead nowhere.
 *
 * @public
 */
export function unknownClauses(
  refs: readonly ClauseRef[],
  standards: readonly Pick<Standard, 'id' | 'title' | 'clauses'>[],
): UnknownClause[] {
  const ids = standards.map(({ id }) => id);
  return refs.flatMap((ref, index): UnknownClause[] => {
    const standard = standards.find(({ id }) => id === ref.standard);
    if (!standard) {
      return [
        {
          index,
          part: 'standard',
          expected: `one of ${ids.join(', ')}`,
          nearest: nearestId(ref.standard, ids),
        },
      ];
    }
    const clauses = standard.clauses.map(({ id }) => id);
    return clauses.includes(ref.clause)
      ? []
      : [
          {
            index,
            part: 'clause',
            expected: `a clause or control of ${standard.title}`,
            nearest: nearestId(ref.clause, clauses),
          },
        ];
  });
}
