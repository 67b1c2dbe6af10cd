import { InputError } from '@backstage/errors';
import {
  CheckStatus,
  EntitiesQuery,
  EntityFilter,
  EntityOrderField,
  NO_LEVEL,
  Progress,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { orderFields, scaleColumns } from '../reporting/columns';

const checkStatuses: readonly CheckStatus[] = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'waived',
];

const progress: readonly Progress[] = ['untouched', 'started', 'complete'];

type Params = Record<string, unknown>;

const textOf = (value: unknown) =>
  typeof value === 'string' ? value : undefined;

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
  options: { config: ComplianceConfig; rules: Rules },
): EntitiesQuery {
  return {
    filter: readFilter(params, options),
    fullText: textOf(params.fullText)?.trim() || undefined,
    order: readOrder(textOf(params.order)),
    limit: Number(params.limit),
    cursor: textOf(params.cursor),
  };
}

function readFilter(
  params: Params,
  options: { config: ComplianceConfig; rules: Rules },
): EntityFilter {
  const { vocabulary, levels } = options.config;
  const filter: EntityFilter = {
    mine: String(params.mine) === 'true' || undefined,
    check: readCheck(params, options.rules),
  };
  for (const key of ['kind', 'type', 'lifecycle', 'owner', 'system'] as const) {
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
  filter.progress = knownValuesOf(params, 'progress', progress);
  return filter;
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

function readOrder(order: string | undefined): EntitiesQuery['order'] {
  if (order === undefined) {
    return undefined;
  }
  const [field, direction, ...rest] = order.split(',');
  if (
    rest.length > 0 ||
    !isOneOf<EntityOrderField>(orderFields, field) ||
    !isOneOf(['asc', 'desc'] as const, direction)
  ) {
    throw new InputError(
      `Invalid order '${order}', expected '<field>,<asc|desc>' with one of the fields ${orderFields.join(
        ', ',
      )}`,
    );
  }
  return { field, direction };
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
