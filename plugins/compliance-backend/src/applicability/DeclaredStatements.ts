import { NotFoundError } from '@backstage/errors';
import {
  ApplicabilityValues,
  nearestId,
  readApplicability,
  Standard,
  StatementSubject,
  statementSubject,
  whyNotInStatement,
} from '@service-compliance/backstage-plugin-compliance-common';
import { createHash } from 'node:crypto';
import { pathText, problem, quote, throwProblems } from '../config/problems';
import { ComplianceConfig } from '../config/types';
import { StandardCatalog } from '../standards/StandardCatalog';

/** What app-config says about a standard, which drafts start from. */
export interface DeclaredStatement extends StatementSubject {
  standard: Standard;
  /** By the number of the control or clause. */
  entries: ReadonlyMap<string, ApplicabilityValues>;
  /** Changes with what is declared and with the controls of the standard. */
  hash: string;
}

type ConfiguredStatements = ComplianceConfig['applicability'];

/** What app-config declares in Statements of Applicability. */
export class DeclaredStatements {
  readonly #byStandard: ReadonlyMap<string, DeclaredStatement>;

  /**
   * @throws InputError with one line for each problem.
   */
  static create(options: {
    configured: ConfiguredStatements;
    standards: StandardCatalog;
  }): DeclaredStatements {
    const { configured, standards } = options;
    const problems: string[] = [];
    const entriesOf = new Map<string, Map<string, ApplicabilityValues>>();
    configured.forEach(({ standard: id, entries }, index) => {
      const path = ['compliance', 'applicability', index];
      const standard = standards.find(id);
      if (!standard || entriesOf.has(id)) {
        const known = standards.standards
          .map(other => other.id)
          .filter(other => !entriesOf.has(other));
        problems.push(
          problem({
            path: pathText([...path, 'standard']),
            found: quote(id),
            expected: `one of ${known.join(', ')}${
              standard ? ', as each is declared once' : ''
            }`,
            nearest: standard ? undefined : nearestId(id, known),
          }),
        );
        return;
      }
      const read = readEntries(standard, entries, [...path, 'entries']);
      problems.push(...read.problems);
      entriesOf.set(id, read.entries);
    });
    throwProblems(problems);
    return new DeclaredStatements(
      standards.standards.map(standard =>
        toStatement(standard, entriesOf.get(standard.id) ?? new Map()),
      ),
    );
  }

  private constructor(statements: DeclaredStatement[]) {
    this.#byStandard = new Map(
      statements.map(statement => [statement.standard.id, statement]),
    );
  }

  /** One for each standard, be anything declared about it or not. */
  get all(): DeclaredStatement[] {
    return [...this.#byStandard.values()];
  }

  /** @throws NotFoundError when there is no such standard. */
  get(standard: string): DeclaredStatement {
    const found = this.#byStandard.get(standard);
    if (!found) {
      const known = [...this.#byStandard.keys()].join(', ');
      throw new NotFoundError(
        `No standard '${standard}', expected one of ${known}`,
      );
    }
    return found;
  }
}

type Place = { field: string; path: (string | number)[] };

const keysOf = ({ field, path }: Place) => (field ? [field, ...path] : []);

const placeOf = (place: Place) => {
  const text = pathText(keysOf(place));
  return text && `.${text}`;
};

const valueAt = (given: unknown, place: Place) =>
  keysOf(place).reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    given,
  );

function toStatement(
  standard: Standard,
  entries: Map<string, ApplicabilityValues>,
): DeclaredStatement {
  const subject = statementSubject(standard);
  const content = subject.clauses.map(({ id }) => [id, entries.get(id)]);
  return {
    ...subject,
    standard,
    entries,
    hash: createHash('sha256')
      .update(JSON.stringify(content))
      .digest('base64url')
      .slice(0, 16),
  };
}

function readEntries(
  standard: Standard,
  configured: ConfiguredStatements[number]['entries'],
  path: readonly PropertyKey[],
): { entries: Map<string, ApplicabilityValues>; problems: string[] } {
  const { about, clauses } = statementSubject(standard);
  const entries = new Map<string, ApplicabilityValues>();
  const problems = Object.entries(configured).flatMap(([clause, given]) => {
    const why = whyNotInStatement(standard, clause);
    if (why) {
      return [
        problem({
          path: pathText(path),
          found: quote(clause),
          expected: `one of the ${about} ${clauses[0]?.id} to ${
            clauses.at(-1)?.id
          } (${why})`,
        }),
      ];
    }
    // Without today, so that no start depends on a clock.
    const { values, errors } = readApplicability(given, { about });
    entries.set(clause, values);
    return errors.map(error =>
      problem({
        path: `${pathText(path)}['${clause}']${placeOf(error)}`,
        found: quote(valueAt(given, error)),
        expected: error.message.replace(/^expected /, ''),
      }),
    );
  });
  return { entries, problems };
}
