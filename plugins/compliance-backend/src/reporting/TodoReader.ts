import {
  addDuration,
  fieldList,
  Progress,
  TodoResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Rules } from '../checks/Rules';
import { valuesOf } from '../database/json';
import { exactly } from '../database/text';
import { Access } from '../permissions/Access';
import { applyOwners } from './entityFilter';

/** How soon a passing check must expire to be told. */
const HORIZON = 'P30D';
const MAX_DUE = 100;

interface DueRow {
  entity_ref: string;
  title: string | null;
  check_id: string;
  due_on: string;
}

interface ProgressRow {
  owner: string;
  progress: Progress;
  total: number | string;
}

const fieldIds = new Map(
  fieldList.map(({ annotation, id }) => [annotation, id]),
);

/** Answers what the entities of somebody need: two statements. */
export class TodoReader {
  readonly #knex: Knex;
  readonly #rules: Rules;

  constructor(options: { knex: Knex; rules: Rules }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
  }

  /**
   * @param options - `ownerRefs` is what somebody owns things as, `access` what
   * they may see, and `today` an ISO 8601 date
   */
  async read(options: {
    ownerRefs: string[];
    access: Access;
    today: string;
  }): Promise<TodoResponse> {
    const [due, progress] = await Promise.all([
      this.#due(options),
      this.#progress(options),
    ]);
    return { ownerRefs: options.ownerRefs, due, progress };
  }

  async #due(options: {
    ownerRefs: string[];
    access: Access;
    today: string;
  }): Promise<TodoResponse['due']> {
    const knex = this.#knex;
    const checks = new Map(this.#rules.checks.map(check => [check.id, check]));
    const query = knex('entity')
      .join('check_result', 'check_result.entity_ref', 'entity.entity_ref')
      .select(
        'entity.entity_ref',
        'entity.title',
        'check_result.check_id',
        'check_result.due_on',
      )
      .where('check_result.status', 'pass')
      .where('check_result.due_on', '<=', addDuration(options.today, HORIZON))
      .whereRaw('check_result.check_id in ?', [valuesOf(knex, checks.keys())])
      .orderByRaw('check_result.due_on, ?, check_result.check_id', [
        exactly(knex, 'entity.entity_ref'),
      ])
      .limit(MAX_DUE);
    applyOwners(knex, query, options.ownerRefs);
    options.access.restrict(query);
    const rows: DueRow[] = await query;
    return rows.map(row => {
      const { title, remediation } = checks.get(row.check_id)!;
      return {
        entityRef: row.entity_ref,
        title: row.title ?? undefined,
        checkId: row.check_id,
        checkTitle: title,
        dueOn: row.due_on,
        fields: (remediation.annotations ?? []).flatMap(
          annotation => fieldIds.get(annotation) ?? [],
        ),
      };
    });
  }

  async #progress(options: {
    ownerRefs: string[];
    access: Access;
  }): Promise<TodoResponse['progress']> {
    const knex = this.#knex;
    const query: Knex.QueryBuilder = knex('entity')
      .join('entity_owner', 'entity_owner.entity_ref', 'entity.entity_ref')
      .whereRaw('entity_owner.owner_ref in ?', [
        valuesOf(knex, options.ownerRefs),
      ])
      .whereNotNull('entity.progress')
      .groupBy('entity_owner.owner_ref', 'entity.progress')
      .orderByRaw('?', [exactly(knex, 'entity_owner.owner_ref')])
      .select({ owner: 'entity_owner.owner_ref', progress: 'entity.progress' })
      .count({ total: '*' });
    options.access.restrict(query);
    const rows: ProgressRow[] = await query;

    const owners = new Map<string, TodoResponse['progress'][number]>();
    for (const { owner, progress, total } of rows) {
      const counts = owners.get(owner) ?? {
        owner,
        complete: 0,
        started: 0,
        untouched: 0,
      };
      counts[progress] = Number(total);
      owners.set(owner, counts);
    }
    return [...owners.values()];
  }
}
