import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { ClauseRef } from '@service-compliance/backstage-plugin-compliance-common';
import { ApprovedStatement } from '../applicability/ApprovedStatements';
import { Statements } from '../applicability/Statements';
import { DocumentReader } from '../documents/DocumentReader';

/** Where exclusions come from, and who handles clauses instead. */
export interface StatementSource {
  approved: Pick<Statements['approved'], 'read'>;
  control: Pick<Statements['control'], 'rightsOf'>;
}

/** Where the documents that a reader may see come from. */
export type DocumentSource = Pick<DocumentReader, 'list'>;

/** The controls that approved statements exclude. */
export function excludedBy(
  statements: readonly Pick<ApprovedStatement, 'standard' | 'excluded'>[],
): ClauseRef[] {
  return statements.flatMap(({ standard, excluded }) =>
    [...excluded.keys()].map(clause => ({ standard, clause })),
  );
}

/**
 * The approved statements as somebody may know them. What is excluded shows in
 * every state; why, and who handles clauses, is for those who may read the
 * statements: others get empty texts and nothing.
 */
export async function statementsFor(
  { approved, control }: StatementSource,
  credentials: BackstageCredentials,
): Promise<ApprovedStatement[]> {
  const [statements, mayRead] = await Promise.all([
    approved.read(),
    control.rightsOf(credentials).then(
      () => true,
      error => {
        if (isError(error) && error.name === 'NotAllowedError') {
          return false;
        }
        throw error;
      },
    ),
  ]);
  return mayRead
    ? statements
    : statements.map(statement => ({
        ...statement,
        excluded: new Map(
          [...statement.excluded.keys()].map(clause => [clause, '']),
        ),
        handledBy: new Map(),
      }));
}
