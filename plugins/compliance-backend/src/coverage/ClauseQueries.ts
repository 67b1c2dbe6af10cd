import {
  FilterPredicate,
  FilterPredicateExpression,
} from '@backstage/filter-predicates';
import {
  clauseFieldId,
  withoutExcluded,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Rules } from '../checks/Rules';
import { clausePredicates } from './clausePredicates';
import { excludedBy, StatementSource } from './sources';

type Combined = Record<string, FilterPredicate[]>;

/** Puts something else in the place of each comparison of a field. */
type Replace = (
  field: string,
  compared: unknown,
) => FilterPredicate | undefined;

/**
 * Resolves what queries say about clauses into what is kept of entities, so
 * that a query selects what coverage counts: by the scope, by what approved
 * statements exclude, and by what related clauses indicate.
 */
export class ClauseQueries {
  readonly #rules: Rules;
  readonly #statements: StatementSource['approved'];
  readonly #fields: ReadonlySet<string>;

  constructor(options: {
    rules: Rules;
    statements: Pick<StatementSource, 'approved'>;
  }) {
    this.#rules = options.rules;
    this.#statements = options.statements.approved;
    this.#fields = new Set(options.rules.units.map(clauseFieldId));
  }

  /**
   * The same selection in terms that SQL knows. Statements of Applicability are
   * read once, and only when the query names a clause.
   *
   * @param selection - its query must be one that `parseQuery` returned
   */
  async resolve<T extends { query?: FilterPredicate }>(
    selection: T,
  ): Promise<T> {
    const { query } = selection;
    if (query === undefined || !this.#namesClause(query)) {
      return selection;
    }
    const { units, standards, hash } = this.#rules;
    const excluded = excludedBy(await this.#statements.read());
    const predicates = clausePredicates({
      units: withoutExcluded(units, excluded),
      standards,
      rulesHash: hash,
    });
    return {
      ...selection,
      query: replaced(query, (field, compared) =>
        predicates.get(field)?.(compared),
      ),
    };
  }

  #namesClause(query: FilterPredicate): boolean {
    let isNamed = false;
    replaced(query, field => {
      isNamed ||= this.#fields.has(field);
      return undefined;
    });
    return isNamed;
  }
}

function replaced(query: FilterPredicate, replace: Replace): FilterPredicate {
  const all = (parts: FilterPredicate[]) =>
    parts.map(part => replaced(part, replace));
  const value = query as Record<string, unknown>;
  if ('$all' in value) {
    return { $all: all((value as Combined).$all) };
  }
  if ('$any' in value) {
    return { $any: all((value as Combined).$any) };
  }
  if ('$not' in value) {
    return { $not: replaced(value.$not as FilterPredicate, replace) };
  }
  return {
    $all: Object.entries(value).map(
      ([field, compared]) =>
        replace(field, compared) ??
        ({ [field]: compared } as FilterPredicateExpression),
    ),
  };
}
