import {
  ClauseFacts,
  CoverageUnit,
  organisationCoverage,
  RegisteredDocument,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ApprovedStatement } from '../applicability/ApprovedStatements';

/**
 * Tells what is the same about a clause for every service, by the approved
 * statements and the documents that the reader may see.
 */
export function clauseFactsBy(options: {
  standards: readonly Standard[];
  statements: readonly ApprovedStatement[];
  documents: readonly RegisteredDocument[];
}): (unit: CoverageUnit) => ClauseFacts {
  const statementOf = new Map(
    options.statements.map(statement => [statement.standard, statement]),
  );
  const organisationOf = organisationCoverage(options);
  return unit => {
    const { standard, clause, evidence, checks } = unit;
    const statement = statementOf.get(standard);
    const excluded = statement?.excluded.get(clause);
    const organisation = organisationOf(unit);
    const isShown =
      organisation.documents.length > 0 ||
      // Nobody needs a document of what is excluded.
      (evidence === 'organisation' && excluded === undefined);
    return {
      clause,
      evidence,
      checks,
      ...(isShown && { organisation }),
      excluded,
      handledBy: statement?.handledBy.get(clause),
    };
  };
}
