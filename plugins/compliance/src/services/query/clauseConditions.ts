import {
  clauseFieldId,
  ClauseRef,
  CoverageState,
  coverageStates,
} from '@service-compliance/backstage-plugin-compliance-common';
import { parse } from 'yaml';

/** What the ids of the query fields for clauses begin with. */
const CLAUSE_PREFIX = 'clause.';

/** A condition on how a clause stands. */
interface ClauseCondition {
  /** Id of the query field. */
  field: string;
  state: CoverageState;
}

type Part = Record<string, unknown>;

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The conditions that all have to hold; undefined when it is not a query. */
function partsOf(value: unknown): Part[] | undefined {
  if (!isPart(value)) {
    return undefined;
  }
  const parts = Object.entries(value).map(([key, condition]) =>
    key === '$all' && Array.isArray(condition)
      ? condition.map(partsOf)
      : [[{ [key]: condition }]],
  );
  const flat = parts.flat();
  return flat.every(part => part !== undefined) ? flat.flat() : undefined;
}

function read(text: string): Part[] | undefined {
  try {
    const value = parse(text);
    return value === null ? [] : partsOf(value);
  } catch {
    return undefined;
  }
}

function write(parts: Part[]): string {
  switch (parts.length) {
    case 0:
      return '';
    case 1:
      return JSON.stringify(parts[0]);
    default:
      return JSON.stringify({ $all: parts });
  }
}

function conditionIn(part: Part): ClauseCondition | undefined {
  const [[field, value]] = Object.entries(part);
  const state = coverageStates.find(known => known === value);
  return field.startsWith(CLAUSE_PREFIX) && state
    ? { field, state }
    : undefined;
}

/** The text of a query, with the condition that a clause stands so. */
export function withClause(
  text: string,
  clause: ClauseRef,
  state: CoverageState,
): string {
  return write([...(read(text) ?? []), { [clauseFieldId(clause)]: state }]);
}

/** A query taken apart. */
interface TakenApart {
  /** On clauses, that have to hold; each with the query without it. */
  conditions: (ClauseCondition & { without: string })[];
  /** All else; as it was typed when there are no such conditions. */
  rest: string;
  /** The conditions alone. */
  withoutRest: string;
}

/** Tells the conditions on clauses that have to hold from the rest of a query. */
export function clauseConditions(text: string): TakenApart {
  const parts = read(text) ?? [];
  const conditions = parts.flatMap((part, index) => {
    const condition = conditionIn(part);
    const others = parts.filter((_, other) => other !== index);
    return condition ? [{ ...condition, without: write(others) }] : [];
  });
  const rest = parts.filter(part => !conditionIn(part));
  return {
    conditions,
    rest: conditions.length > 0 ? write(rest) : text,
    withoutRest: write(parts.filter(conditionIn)),
  };
}
