import { Knex } from 'knex';
import { isPostgres, rowsOf, valuesOf } from '../database/json';

/** Which entities are looked at; all of them when neither is given. */
export interface Selection {
  /** These, and no others. */
  entityRefs?: string[];
  /** These and what depends on them, directly or through others. */
  suppliers?: string[];
}

/** Characters of a chain before its path: the rank and the number of steps. */
const RANK = 2;
const PREFIX = RANK + 1;

/** Of two digits, so that texts sort as numbers do. */
const code = (index: number) => String(index).padStart(RANK, '0');

/**
 * Entities whose effective supplier risk is not the one that is stored. The
 * columns are `entity_ref`, `risk` and `path` as they should be.
 *
 * Chains to suppliers are lengthened step by step towards what depends on
 * them, and each entity keeps the best one only. So the work is bounded by
 * steps times dependencies, and cycles end by themselves: going round makes a
 * chain longer, never better.
 *
 * A chain is one text, made such that the least one is the best: the rank of
 * the risk with the worst first, the number of steps, and the path as JSON.
 *
 * @param options - `risks` are the ids of the scale in its order
 */
export function staleSupplierRisks(
  knex: Knex,
  options: { depth: number; risks: string[]; selection: Selection },
): Knex.QueryBuilder {
  const { depth, risks, selection } = options;
  const worstFirst = [...risks].reverse();
  const isPg = isPostgres(knex);
  const quoted = (column: string) =>
    isPg ? `to_json(${column})::text` : `json_quote(${column})`;
  const least = (chain: string) =>
    isPg ? `min(${chain} collate "C")` : `min(${chain})`;
  const selected = selectedRefs(knex, depth, selection);
  const isNear = (column: string) =>
    selected ? `and ${column} in (select ref from near)` : '';

  const query: Knex.QueryBuilder = knex('entity');
  if (selected) {
    query.withRecursive('selected', ['ref', 'steps'], selected).withRecursive(
      'near',
      ['ref', 'steps'],
      knex.raw(
        `select distinct ref, 0 from selected
           union
           select entity_dependency.target_ref, near.steps + 1 from near
           join entity_dependency on entity_dependency.source_ref = near.ref
           where near.steps < ${depth}`,
      ),
    );
  }
  query.withMaterialized(
    'chain0',
    ['ref', 'chain'],
    knex.raw(
      `select entity_ref,
         case own_supplier_risk ${worstFirst
           .map((_, index) => `when ? then '${code(index)}'`)
           .join(' ')} end || '0[' || ${quoted('entity_ref')} || ']'
       from entity
       where is_supplier and own_supplier_risk is not null
         ${isNear('entity_ref')}`,
      worstFirst,
    ),
  );
  for (let step = 1; step <= depth; step++) {
    const before = `chain${step - 1}`;
    // Only chains that the step before has found can lead to better ones.
    query.withMaterialized(
      `chain${step}`,
      ['ref', 'chain'],
      knex.raw(
        `select ref, ${least('chain')} from (
           select ref, chain from ${before}
           union all
           select source_ref,
             substr(chain, 1, ${RANK}) || '${step}[' ||
               ${quoted('source_ref')} || ',' ||
               substr(chain, ${PREFIX + 2})
           from ${before}
           join entity_dependency on entity_dependency.target_ref = ref
           where substr(chain, ${PREFIX}, 1) = '${step - 1}'
             ${isNear('source_ref')}
         ) as longer
         group by ref`,
      ),
    );
  }

  const risk = `case substr(chain, 1, ${RANK}) ${worstFirst
    .map((_, index) => `when '${code(index)}' then ?`)
    .join(' ')} end`;
  const path = `substr(chain, ${PREFIX + 1})`;
  return query
    .leftJoin(`chain${depth} as best`, 'best.ref', 'entity.entity_ref')
    .select(
      'entity.entity_ref',
      knex.raw(`${risk} as risk`, worstFirst),
      knex.raw(`${path} as path`),
    )
    .whereRaw('(chain is not null or entity.supplier_risk is not null)')
    .whereRaw(
      `(entity.supplier_risk is distinct from ${risk}
        or entity.supplier_risk_path is distinct from ${path})`,
      worstFirst,
    )
    .modify(stale => {
      if (selected) {
        stale.whereRaw('entity.entity_ref in (select ref from selected)');
      }
    });
}

function selectedRefs(
  knex: Knex,
  depth: number,
  { entityRefs, suppliers }: Selection,
): Knex.Raw | undefined {
  if (suppliers) {
    return knex.raw(
      `select input.ref, 0 from ?
       union
       select entity_dependency.source_ref, selected.steps + 1 from selected
       join entity_dependency on entity_dependency.target_ref = selected.ref
       where selected.steps < ${depth}`,
      [
        rowsOf(
          knex,
          { ref: 'text' },
          suppliers.map(ref => ({ ref })),
        ),
      ],
    );
  }
  return entityRefs
    ? knex.raw('select entity_ref, 0 from entity where entity_ref in ?', [
        valuesOf(knex, entityRefs),
      ])
    : undefined;
}
