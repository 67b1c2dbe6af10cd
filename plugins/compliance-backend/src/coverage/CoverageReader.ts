import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CoverageResponse,
  CoverageState,
  coverageStates,
  coveredPercent,
  Standard,
  withoutExcluded,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Rules } from '../checks/Rules';
import { isPostgres } from '../database/json';
import { Access } from '../permissions/Access';
import {
  EntitySelection,
  matchingEntities,
} from '../reporting/matchingEntities';
import { clauseFactsBy } from './clauseFacts';
import { countStates } from './countStates';
import {
  DocumentSource,
  excludedBy,
  StatementSource,
  statementsFor,
} from './sources';

/** Whose coverage of what is asked for, and who asks. */
export interface CoverageRequest {
  standard: Standard;
  selection: EntitySelection;
  access: Access;
  /** What the reader owns things as, for a filter of what is theirs. */
  ownerRefs: string[];
  credentials: BackstageCredentials;
}

/** Numbers as the databases answer them. */
interface Totals {
  total: number | string;
  in_scope: number | string;
  texts: string | null;
}

/**
 * Answers coverage of a standard over entities: one statement, however many
 * there are, beside what tells about statements and documents.
 */
export class CoverageReader {
  readonly #knex: Knex;
  readonly #rules: Rules;
  readonly #statements: StatementSource;
  readonly #documents: DocumentSource;

  constructor(options: {
    knex: Knex;
    rules: Rules;
    statements: StatementSource;
    documents: DocumentSource;
  }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#statements = options.statements;
    this.#documents = options.documents;
  }

  /** @throws InputError when an owner, system or domain is no entity ref. */
  async read(request: CoverageRequest): Promise<CoverageResponse> {
    const { units, standards } = this.#rules;
    const standard = request.standard.id;
    const [totals, statements, documents] = await Promise.all([
      this.#totals(request),
      statementsFor(this.#statements, request.credentials),
      this.#documents.list(request.credentials),
    ]);
    const services = Number(totals.in_scope);
    const excluded = excludedBy(statements);
    const counts = countStates({
      units,
      standard,
      texts: totals.texts ?? '',
      services,
      excluded,
    });
    const factsOf = clauseFactsBy({ standards, statements, documents });
    const { number, approvedAt } =
      statements.find(statement => statement.standard === standard) ?? {};
    return {
      standard,
      services,
      outOfScope: Number(totals.total) - services,
      coveredPercent: coveredPercent(sumOf(counts)),
      clauses: withoutExcluded(units, excluded)
        .filter(unit => unit.standard === standard)
        .map((unit, index) => ({
          ...factsOf(unit),
          counts: counts[index],
          indications: unit.indications,
        })),
      ...(number !== undefined &&
        approvedAt !== undefined && { applicability: { number, approvedAt } }),
    };
  }

  async #totals(request: CoverageRequest): Promise<Totals> {
    const knex = this.#knex;
    const { standard, selection, access, ownerRefs } = request;
    const inScope = `entity.in_${standard.managementSystem}_scope`;
    const concatenate = isPostgres(knex) ? 'string_agg' : 'group_concat';
    const [totals]: Totals[] = await matchingEntities(
      knex,
      selection,
      access,
      ownerRefs,
    ).select(
      knex.raw('count(*) as total'),
      knex.raw('count(case when ?? then 1 end) as in_scope', [inScope]),
      // Those of other rules, which are assessed again soon, have other letters.
      knex.raw(
        `${concatenate}(case when ?? and entity.rules_hash = ? then entity.coverage end, '') as texts`,
        [inScope, this.#rules.hash],
      ),
    );
    return totals;
  }
}

function sumOf(
  counts: readonly Record<CoverageState, number>[],
): Partial<Record<CoverageState, number>> {
  return Object.fromEntries(
    coverageStates.map(state => [
      state,
      counts.reduce((sum, of) => sum + of[state], 0),
    ]),
  );
}
