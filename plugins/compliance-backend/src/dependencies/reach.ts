import { Knex } from 'knex';
import { exactly } from '../database/text';
import { Access } from '../permissions/Access';

/** The way from consumers to what they depend on, or back. */
export type Direction = 'dependencies' | 'dependents';

/** A dependency, seen from the entity that is nearer to the root. */
export interface Step {
  from: string;
  to: string;
}

const columns = {
  dependencies: { near: 'source_ref', far: 'target_ref' },
  dependents: { near: 'target_ref', far: 'source_ref' },
} as const;

/**
 * Entities that some others lead to over dependencies, as a table with the
 * columns `root`, `ref` and the number of `steps`; the others are in it with
 * no step. Nothing leads through what the reader may not see.
 */
export function withReached(
  knex: Knex,
  query: Knex.QueryBuilder,
  options: {
    /** A table with the column `root`. */
    roots: Knex.Raw;
    direction: Direction;
    depth: number;
    access: Access;
  },
): Knex.QueryBuilder {
  const { roots, direction, depth, access } = options;
  const { near, far } = columns[direction];
  const next: Knex.QueryBuilder = knex('reached')
    .join('entity_dependency', `entity_dependency.${near}`, 'reached.ref')
    .join('entity', 'entity.entity_ref', `entity_dependency.${far}`)
    .select('reached.root', 'entity.entity_ref', knex.raw('reached.steps + 1'))
    .where('reached.steps', '<', depth);
  access.restrict(next);
  return query.withRecursive(
    'reached',
    ['root', 'ref', 'steps'],
    knex.select('root', { ref: 'root' }, knex.raw('0')).from(roots).union(next),
  );
}

/**
 * The dependencies around an entity, the nearest first and then by refs, with
 * one statement. What the reader may not see is left out with all that is only
 * reached through it; what is out of scope has no dependencies of its own.
 *
 * @param options - `limit` is the number of dependencies at most
 */
export async function stepsFrom(
  knex: Knex,
  options: {
    root: string;
    direction: Direction;
    depth: number;
    limit: number;
    access: Access;
  },
): Promise<Step[]> {
  const { root, direction, depth, limit, access } = options;
  const { near, far } = columns[direction];
  const to = exactly(knex, `entity_dependency.${far}`);
  const query = withReached(knex, knex.queryBuilder(), {
    // One that PostgreSQL can tell has a single row.
    roots: knex.raw('(select cast(? as text) as root) as input', [root]),
    direction,
    depth,
    access,
  });
  return query
    .withMaterialized(
      'nearest',
      ['ref', 'steps'],
      knex('reached').groupBy('ref').select('ref').min('steps'),
    )
    .from('nearest')
    .join('entity_dependency', `entity_dependency.${near}`, 'nearest.ref')
    .leftJoin('entity', 'entity.entity_ref', `entity_dependency.${far}`)
    .select({ from: 'nearest.ref', to: `entity_dependency.${far}` })
    .where('nearest.steps', '<', depth)
    .whereRaw('source_ref <> target_ref')
    .whereRaw(
      `(entity.entity_ref is null
        or entity.entity_ref in (select ref from nearest))`,
    )
    .groupBy('nearest.steps', 'nearest.ref', `entity_dependency.${far}`)
    .orderByRaw('nearest.steps, ?, ?', [exactly(knex, 'nearest.ref'), to])
    .limit(limit);
}
