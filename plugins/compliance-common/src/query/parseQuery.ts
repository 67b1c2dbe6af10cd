import {
  FilterPredicate,
  FilterPredicateExpression,
  FilterPredicatePrimitive,
  FilterPredicateValue,
} from '@backstage/filter-predicates';
import { UNSET } from '../labels';
import { nearestId } from '../profile';
import { readPrefix, ReadValue, readValue } from './readValue';
import { QueryField } from './types';

const MAX_DEPTH = 10;
const MAX_VALUES = 1000;
const MAX_CONDITIONS = 100;
const MAX_PROBLEMS = 10;

const combinations = ['$all', '$any', '$not'];
const comparisons = ['$in', '$exists', '$contains', '$hasPrefix'];

/**
 * What is wrong with a query, and where, e.g. at
 * `query.$all[1].information.clasification`.
 *
 * @public
 */
export interface QueryProblem {
  path: string;
  message: string;
}

const isObject = (value: unknown): value is Record<string, any> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The key where there is one and no other. */
function onlyKey(value: Record<string, unknown>): string | undefined {
  const keys = Object.keys(value);
  return keys.length === 1 ? keys[0] : undefined;
}

/** The comparison, where `unset` became the absence of a value. */
function withoutUnset(
  { id, type }: QueryField,
  value: FilterPredicateValue,
): FilterPredicate {
  const isUnset = (item: unknown) =>
    item === UNSET && (type === 'level' || type === 'entity');
  const compare = (compared: FilterPredicateValue) =>
    ({ [id]: compared } as FilterPredicateExpression);
  if (isUnset(value)) {
    return compare({ $exists: false });
  }
  const values = isObject(value)
    ? (value as { $in?: FilterPredicatePrimitive[] }).$in ?? []
    : [];
  if (!values.some(isUnset)) {
    return compare(value);
  }
  const others = values.filter(item => !isUnset(item));
  return { $any: [compare({ $in: others }), compare({ $exists: false })] };
}

class QueryParser {
  readonly problems: QueryProblem[] = [];
  readonly #fields: Map<string, QueryField>;
  #values = 0;
  #conditions = 0;

  constructor(fields: readonly QueryField[]) {
    this.#fields = new Map(fields.map(field => [field.id, field]));
  }

  /** Whether reading on would only cost time; a query can be very long. */
  get #hasEnough(): boolean {
    return (
      this.#conditions > MAX_CONDITIONS || this.problems.length >= MAX_PROBLEMS
    );
  }

  predicate(
    value: unknown,
    path: string,
    depth: number,
  ): FilterPredicate | undefined {
    if (this.#hasEnough) {
      return undefined;
    }
    if (depth > MAX_DEPTH) {
      return this.#report(path, `nested more than ${MAX_DEPTH} levels deep`);
    }
    if (!isObject(value)) {
      return this.#report(
        path,
        'expected an object such as { "kind": "component" }',
      );
    }
    const operator = Object.keys(value).find(key => key.startsWith('$'));
    if (operator === undefined) {
      return this.#expression(value, path);
    }
    const at = `${path}.${operator.slice(0, 80)}`;
    if (!combinations.includes(operator)) {
      return this.#reportOperator(at, operator, combinations);
    }
    if (onlyKey(value) === undefined) {
      return this.#report(at, 'expected nothing beside it; combine with $all');
    }
    if (operator === '$not') {
      const negated = this.predicate(value.$not, at, depth + 1);
      return negated && { $not: negated };
    }
    return this.#combination(operator, value[operator], at, depth);
  }

  #combination(
    operator: string,
    value: unknown,
    path: string,
    depth: number,
  ): FilterPredicate | undefined {
    if (!Array.isArray(value)) {
      return this.#report(path, 'expected a list of predicates');
    }
    const parts: FilterPredicate[] = [];
    for (const [index, part] of value.entries()) {
      // What is empty would cost nothing otherwise.
      this.#countCondition(path);
      const read = this.predicate(part, `${path}[${index}]`, depth + 1);
      if (read !== undefined) {
        parts.push(read);
      }
    }
    return operator === '$all' ? { $all: parts } : { $any: parts };
  }

  #expression(
    value: Record<string, unknown>,
    path: string,
  ): FilterPredicate | undefined {
    const parts: FilterPredicate[] = [];
    for (const [id, compared] of Object.entries(value)) {
      const at = `${path}.${id.slice(0, 80)}`;
      const field = this.#fields.get(id);
      this.#countCondition(path);
      if (this.#hasEnough) {
        return undefined;
      }
      if (!field) {
        const nearest = nearestId(id, [...this.#fields.keys()]);
        this.#report(
          at,
          `unknown field${nearest ? `, did you mean ${nearest}?` : ''}`,
        );
      } else {
        const read = this.#comparison(compared, field, at);
        if (read !== undefined) {
          parts.push(withoutUnset(field, read));
        }
      }
    }
    return parts.length === 1 ? parts[0] : { $all: parts };
  }

  #comparison(
    value: unknown,
    field: QueryField,
    path: string,
  ): FilterPredicateValue | undefined {
    if (!isObject(value)) {
      return this.#value(value, field, path);
    }
    const operator = onlyKey(value);
    if (operator === undefined) {
      return this.#report(
        path,
        `expected a value or one of ${comparisons.join(', ')}`,
      );
    }
    const at = `${path}.${operator.slice(0, 80)}`;
    const operand = value[operator];
    switch (operator) {
      case '$in':
        return this.#alternatives(operand, field, at);
      case '$exists':
        return typeof operand === 'boolean'
          ? { $exists: operand }
          : this.#report(at, 'expected true or false');
      case '$contains':
        return field.isList
          ? this.#value(operand, field, at)
          : this.#report(
              at,
              'expected a field with several values; compare this one without an operator',
            );
      case '$hasPrefix': {
        const prefix = this.#accept(readPrefix(operand, field), at);
        return prefix === undefined
          ? undefined
          : { $hasPrefix: String(prefix) };
      }
      default:
        return this.#reportOperator(at, operator, comparisons);
    }
  }

  #alternatives(
    value: unknown,
    field: QueryField,
    path: string,
  ): FilterPredicateValue | undefined {
    if (!Array.isArray(value)) {
      return this.#report(path, 'expected a list of values');
    }
    if (this.#values + value.length > MAX_VALUES) {
      return this.#report(path, `more than ${MAX_VALUES} values in all`);
    }
    return {
      $in: value.flatMap(
        (item, index) => this.#value(item, field, `${path}[${index}]`) ?? [],
      ),
    };
  }

  #value(
    value: unknown,
    field: QueryField,
    path: string,
  ): string | number | undefined {
    this.#values++;
    return this.#accept(readValue(value, field), path);
  }

  #accept(read: ReadValue, path: string): string | number | undefined {
    return 'problem' in read ? this.#report(path, read.problem) : read.value;
  }

  #countCondition(path: string): void {
    this.#conditions++;
    if (this.#conditions === MAX_CONDITIONS + 1) {
      this.#report(path, `more than ${MAX_CONDITIONS} conditions in all`);
    }
  }

  #reportOperator(path: string, operator: string, known: string[]): undefined {
    const nearest = nearestId(operator, known);
    return this.#report(
      path,
      `unknown operator, ${
        nearest
          ? `did you mean ${nearest}?`
          : `expected one of ${known.join(', ')}`
      }`,
    );
  }

  #report(path: string, message: string): undefined {
    this.problems.push({ path, message });
    return undefined;
  }
}

/**
 * Reads a query: a filter predicate as elsewhere in Backstage, over the given
 * fields. Beyond what it says of predicates, `unset` stands for the absence of
 * a level or an entity, and a list field matches when one of its values does.
 * What is returned means the same, with values in the form in which they are
 * stored and without `unset`.
 *
 * @public
 */
export function parseQuery(
  value: unknown,
  fields: readonly QueryField[],
): { query: FilterPredicate } | { problems: QueryProblem[] } {
  const parser = new QueryParser(fields);
  const query = parser.predicate(value, 'query', 0);
  return parser.problems.length > 0
    ? { problems: parser.problems }
    : { query: query ?? {} };
}
