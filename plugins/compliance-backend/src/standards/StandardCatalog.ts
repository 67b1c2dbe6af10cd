import {
  ClauseRef,
  Crosswalk,
  iso20000,
  iso20000ToIso27001,
  iso27001,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { pathText, quote, throwProblems } from '../config/problems';
import { Added, AddedStandards } from './types';
import { brokenReferences } from './validateStandards';

/** The standards and crosswalks that checks and coverage refer to. */
export class StandardCatalog {
  readonly standards: readonly Standard[];
  readonly crosswalks: readonly Crosswalk[];
  readonly #clauses: ReadonlyMap<string, ReadonlySet<string>>;

  /**
   * @param options - what modules and files add to the built-in standards and
   * crosswalk
   * @throws InputError when a file cannot be read, an id is taken or a reference
   * leads nowhere, with one line for each problem.
   */
  static create(
    options: {
      standards?: Standard[];
      crosswalks?: Crosswalk[];
      files?: AddedStandards;
    } = {},
  ): StandardCatalog {
    const { files } = options;
    const standards = [
      ...[iso20000, iso27001, ...(options.standards ?? [])].map(
        inCode('standard'),
      ),
      ...(files?.standards ?? []),
    ];
    const crosswalks = [
      ...[iso20000ToIso27001, ...(options.crosswalks ?? [])].map(
        inCode('crosswalk'),
      ),
      ...(files?.crosswalks ?? []),
    ];
    const problems = files?.problems ?? [];
    throwProblems([
      ...problems,
      ...brokenReferences({
        standards,
        crosswalks,
        isComplete: problems.length === 0,
      }),
    ]);
    return new StandardCatalog(
      standards.map(({ item }) => item),
      crosswalks.map(({ item }) => item),
    );
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
}

/** What is built in or comes from a module has no lines, but an id. */
function inCode(what: string) {
  return <T extends { id: string }>(item: T): Added<T> => ({
    item,
    at: path =>
      [`${what} ${quote(item.id)}`, pathText(path)].filter(Boolean).join(', '),
  });
}
