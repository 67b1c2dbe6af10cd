import {
  ClauseRef,
  Crosswalk,
  iso20000,
  iso20000ToIso27001,
  iso27001,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { problem, quote, throwProblems } from '../config/problems';

/** The standards and crosswalks that checks and coverage refer to. */
export class StandardCatalog {
  readonly standards: readonly Standard[];
  readonly crosswalks: readonly Crosswalk[];
  readonly #clauses: ReadonlyMap<string, ReadonlySet<string>>;

  /**
   * @param options - what is added to the built-in standards and crosswalk
   * @throws InputError when an id is taken or a reference leads nowhere, with
   * one line for each problem.
   */
  static create(options?: {
    standards?: Standard[];
    crosswalks?: Crosswalk[];
  }): StandardCatalog {
    const catalog = new StandardCatalog(
      [iso20000, iso27001, ...(options?.standards ?? [])],
      [iso20000ToIso27001, ...(options?.crosswalks ?? [])],
    );
    throwProblems([
      ...duplicates('standard', catalog.standards),
      ...duplicates('crosswalk', catalog.crosswalks),
      ...catalog.standards.flatMap(brokenClauses),
      ...catalog.crosswalks.flatMap(crosswalk =>
        catalog.#brokenRelations(crosswalk),
      ),
    ]);
    return catalog;
  }

  private constructor(standards: Standard[], crosswalks: Crosswalk[]) {
    this.standards = standards;
    this.crosswalks = crosswalks;
    this.#clauses = new Map(
      standards.map(({ id, clauses }) => [
        id,
        new Set(clauses.map(clause => clause.id)),
      ]),
    );
  }

  find(id: string): Standard | undefined {
    return this.standards.find(standard => standard.id === id);
  }

  hasClause(ref: ClauseRef): boolean {
    return this.#clauses.get(ref.standard)?.has(ref.clause) ?? false;
  }

  #brokenRelations(crosswalk: Crosswalk): string[] {
    const path = `crosswalk ${quote(crosswalk.id)}`;
    const ends = ['source', 'target'] as const;
    const unknown = ends.filter(end => !this.#clauses.has(crosswalk[end]));
    if (unknown.length > 0) {
      return unknown.map(end =>
        problem({
          path: `${path}, ${end}`,
          found: quote(crosswalk[end]),
          expected: `one of ${this.standards.map(({ id }) => id).join(', ')}`,
        }),
      );
    }
    return crosswalk.relations.flatMap((relation, index) =>
      ends
        .filter(
          end =>
            !this.hasClause({
              standard: crosswalk[end],
              clause: relation[end],
            }),
        )
        .map(end =>
          problem({
            path: `${path}, relations[${index}].${end}`,
            found: quote(relation[end]),
            expected: `a clause of ${crosswalk[end]}`,
          }),
        ),
    );
  }
}

function duplicates(what: string, items: readonly { id: string }[]): string[] {
  const ids = items.map(({ id }) => id);
  return ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map(id =>
      problem({
        path: `${what} ${quote(id)}`,
        found: 'a second one',
        expected: 'an id that is not taken',
      }),
    );
}

function brokenClauses({ id, clauses, themes }: Standard): string[] {
  const path = `standard ${quote(id)}`;
  const parents = new Set([...clauses, ...themes].map(part => part.id));
  return [
    ...duplicates(`${path}, clause`, clauses),
    ...clauses
      .filter(({ parent }) => parent !== undefined && !parents.has(parent))
      .map(clause =>
        problem({
          path: `${path}, clause ${quote(clause.id)}`,
          found: `the parent ${quote(clause.parent)}`,
          expected: 'a clause or theme of the standard',
        }),
      ),
  ];
}
