import { InputError } from '@backstage/errors';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  checkStatuses,
  EntitiesQuery,
  EntityFilter,
  isDate,
  NO_LEVEL,
  parseQuery,
  progresses,
  queryFields,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { orderFields, scaleColumns } from '../reporting/columns';
import { readOrder } from './readOrder';

type Params = Record<string, unknown>;

/** What values are validated against. */
interface Known {
  config: ComplianceConfig;
  rules: Rules;
}

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

const numberOf = (value: unknown) =>
  value === undefined ? undefined : Number(value);

/** A single empty value stands for an empty list. */
const valuesOf = (value: unknown) =>
  Array.isArray(value)
    ? value.map(String).filter(item => item !== '')
    : undefined;

/**
 * The query that the parameters of `GET /entities` stand for; the inverse of
 * `entitiesQueryParams`. Their types were validated before.
 *
 * @throws InputError when a parameter has a value that is not known.
 */
export function readEntitiesQuery(
  params: Params,
  options: Known,
): EntitiesQuery {
  return {
    filter: readFilter(params, options),
    query: readQuery(params.query, options),
    fullText: textOf(params.fullText)?.trim() || undefined,
    order: readOrder(params.order, orderFields),
    limit: numberOf(params.limit),
    cursor: textOf(params.cursor),
  };
}

/**
 * The same for the body of a request. Its types were validated before.
 *
 * @throws InputError when a value is not known.
 */
export function readEntitiesBody(
  body: EntitiesQuery,
  options: Known,
): EntitiesQuery {
  const { filter: { check, ...filter } = {}, order, ...rest } = body;
  return readEntitiesQuery(
    {
      ...rest,
      ...filter,
      check: check?.id,
      checkStatus: check?.status,
      order: order && `${order.field},${order.direction}`,
    },
    options,
  );
}

function readFilter(params: Params, options: Known): EntityFilter {
  const { vocabulary, levels } = options.config;
  const filter: EntityFilter = {
    mine: String(params.mine) === 'true' || undefined,
    minScore: numberOf(params.minScore),
    maxScore: numberOf(params.maxScore),
    dueBy: readDate('dueBy', textOf(params.dueBy)),
    check: readCheck(params, options.rules),
  };
  for (const key of [
    'kind',
    'type',
    'lifecycle',
    'owner',
    'system',
    'domain',
  ] as const) {
    filter[key] = valuesOf(params[key]);
  }
  for (const { id, scale } of scaleColumns) {
    filter[id] = knownValuesOf(params, id, [
      ...vocabulary.scales[scale].map(level => level.id),
      UNSET,
    ]);
  }
  filter.level = knownValuesOf(params, 'level', [
    ...levels.map(({ id }) => id),
    NO_LEVEL,
    UNSET,
  ]);
  filter.progress = knownValuesOf(params, 'progress', progresses);
  return filter;
}

/** A parameter has the predicate as JSON, a body has it as it is. */
function readQuery(
  value: unknown,
  { config, rules }: Known,
): FilterPredicate | undefined {
  if (value === undefined) {
    return undefined;
  }
  const parsed = parseQuery(
    typeof value === 'string' ? readJson(value) : value,
    queryFields(
      { ...config.vocabulary, levels: config.levels },
      rules.checks,
      rules.standards,
    ),
  );
  if ('problems' in parsed) {
    const [{ path, message }] = parsed.problems;
    throw new InputError(`${path}: ${message}`);
  }
  return parsed.query;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      `Invalid query '${text.slice(
        0,
        80,
      )}', expected a filter predicate as JSON`,
    );
  }
}

function readDate(parameter: string, date?: string): string | undefined {
  if (date !== undefined && !isDate(date)) {
    throw new InputError(
      `Invalid ${parameter} '${date}', expected an existing date written YYYY-MM-DD`,
    );
  }
  return date;
}

function readCheck(params: Params, rules: Rules): EntityFilter['check'] {
  const id = textOf(params.check);
  const status = knownValuesOf(params, 'checkStatus', checkStatuses);
  if (id === undefined) {
    if (status) {
      throw new InputError(
        `Invalid checkStatus '${status}', expected the parameter check with it`,
      );
    }
    return undefined;
  }
  known(
    'check',
    id,
    rules.checks.map(check => check.id),
  );
  return { id, status: status ?? [] };
}

function isOneOf<T extends string>(
  values: readonly T[],
  value: string,
): value is T {
  return (values as readonly string[]).includes(value);
}

function knownValuesOf<T extends string>(
  params: Params,
  parameter: string,
  allowed: readonly T[],
): T[] | undefined {
  return valuesOf(params[parameter])?.map(value =>
    known(parameter, value, allowed),
  );
}

function known<T extends string>(
  parameter: string,
  value: string,
  allowed: readonly T[],
): T {
  if (!isOneOf(allowed, value)) {
    throw new InputError(
      `Invalid ${parameter} '${value}', expected one of ${allowed.join(', ')}`,
    );
  }
  return value;
}
