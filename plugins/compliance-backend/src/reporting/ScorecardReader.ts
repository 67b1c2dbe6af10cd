import {
  CheckResult,
  CheckStatus,
  EntityResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { MirroredEntity } from '../catalog/types';
import { Rules } from '../checks/Rules';
import { valuesOf } from '../database/json';
import { Access } from '../permissions/Access';

interface EntityRow {
  facts: string;
  score: number | null;
  strict_score: number | null;
  level: string | null;
  assessed_at: string | null;
  catalog_read_at: string | null;
}

interface ResultRow {
  check_id: string;
  status: CheckStatus;
  finding: string;
  expected: string;
  upcoming: boolean | number;
  /** Refs of other entities, JSON. */
  about: string | null;
  due_on: string | null;
  since: string;
}

const HIDDEN =
  'This result is about another entity that you are not allowed to see.';

const aboutOf = ({ about }: ResultRow): string[] =>
  about ? JSON.parse(about) : [];

/** Answers the profile and scorecard of one entity with three statements. */
export class ScorecardReader {
  readonly #knex: Knex;
  readonly #rules: Rules;

  constructor(options: { knex: Knex; rules: Rules }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
  }

  /**
   * Undefined when the mirror does not have the entity. Whether the reader may
   * see it at all is for the caller to know.
   *
   * @param access - what the reader may see of the others; not asked for when
   * no finding is about them
   */
  async read(
    entityRef: string,
    access: () => Promise<Access>,
  ): Promise<EntityResponse | undefined> {
    const knex = this.#knex;
    const row = await knex('entity')
      .where('entity_ref', entityRef)
      .first<EntityRow | undefined>(
        'facts',
        'score',
        'strict_score',
        'level',
        'assessed_at',
        knex('run')
          .max('started_at')
          .where({ task: 'mirror', outcome: 'success' })
          .as('catalog_read_at'),
      );
    if (!row) {
      return undefined;
    }
    const results = await knex('check_result')
      .where('entity_ref', entityRef)
      .select<ResultRow[]>();

    const entity: MirroredEntity = JSON.parse(row.facts);
    const facts = this.#rules.factsOf(entity);
    return {
      entityRef,
      title: entity.title,
      isSupplier: facts.isSupplier,
      facets: facts.facets,
      profile: { ...facts.profile, errors: facts.errors },
      scorecard: {
        score: row.score ?? undefined,
        strictScore: row.strict_score ?? undefined,
        level: row.level ?? undefined,
        results: this.#explain(
          results,
          await this.#hidden(new Set(results.flatMap(aboutOf)), access),
        ),
      },
      assessedAt: row.assessed_at ?? undefined,
      catalogReadAt: row.catalog_read_at ?? undefined,
    };
  }

  /** Those of the entities that the mirror has but the reader may not see. */
  async #hidden(
    refs: Set<string>,
    access: () => Promise<Access>,
  ): Promise<Set<string>> {
    if (refs.size === 0) {
      return new Set();
    }
    const knex = this.#knex;
    const visible = knex('entity').select('entity_ref');
    (await access()).restrict(visible);
    const hidden: string[] = await knex('entity')
      .whereRaw('entity_ref in ?', [valuesOf(knex, refs)])
      .whereNotIn('entity_ref', visible)
      .pluck('entity_ref');
    return new Set(hidden);
  }

  /**
   * Verdicts with what is known about their checks, in the order of the checks.
   * What no check stands behind any more is left out; it disappears with the
   * next assessment.
   */
  #explain(rows: ResultRow[], hidden: Set<string>): CheckResult[] {
    const byCheck = new Map(rows.map(row => [row.check_id, row]));
    return this.#rules.checks.flatMap(check => {
      const row = byCheck.get(check.id);
      return row
        ? {
            checkId: check.id,
            title: check.title,
            facet: check.facet,
            weight: check.weight,
            status: row.status,
            finding: aboutOf(row).some(ref => hidden.has(ref))
              ? HIDDEN
              : row.finding,
            expected: row.expected,
            since: row.since,
            dueOn: row.due_on ?? undefined,
            upcoming: Boolean(row.upcoming),
            enforcedFrom: check.enforcedFrom,
            clauses: check.clauses,
            remediation: check.remediation,
          }
        : [];
    });
  }
}
