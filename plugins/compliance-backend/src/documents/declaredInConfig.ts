import {
  DocumentValues,
  Standard,
  unknownClauses,
} from '@service-compliance/backstage-plugin-compliance-common';
import { problem, quote, throwProblems } from '../config/problems';
import { DeclaredDocument } from './types';

/**
 * The documents that app-config declares.
 *
 * @throws InputError when one names a clause that no standard has, with one
 * line for each problem.
 */
export function declaredInConfig(
  documents: readonly (DocumentValues & { id: string })[],
  standards: readonly Standard[],
): DeclaredDocument[] {
  throwProblems(
    documents.flatMap(({ clauses }, position) =>
      unknownClauses(clauses, standards).map(
        ({ index, part, expected, nearest }) =>
          problem({
            path: `compliance.documents[${position}].clauses[${index}].${part}`,
            found: quote(clauses[index][part]),
            expected,
            nearest,
          }),
      ),
    ),
  );
  return documents.map(({ id, ...values }) => ({ id, values }));
}
