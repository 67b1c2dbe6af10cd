import {
  ClauseRef,
  clauseState,
  clauseStates,
  EntitiesQuery,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { AssessmentStore } from '../assessment/AssessmentStore';
import { outOfScope } from '../checks/outOfScope';
import { Rules } from '../checks/Rules';
import { excludedBy, StatementSource } from '../coverage/sources';
import { ExportedService, ServiceExporter } from '../exports/ServiceExporter';
import { Access } from '../permissions/Access';
import { ResultExplainer } from '../reporting/ResultExplainer';
import { AssessedClause, AssessedService } from './AssessedService';

/** Reads any number of services with their results, never many at a time. */
export class AssessedServiceReader {
  readonly #knex: Knex;
  readonly #exporter: Pick<ServiceExporter, 'pages'>;
  readonly #explainer: ResultExplainer;
  readonly #rules: Rules;
  readonly #statements: StatementSource['approved'];
  /** By standard and clause, as are the titles. */
  readonly #checksOf: ReadonlyMap<string, string[]>;
  readonly #titles: ReadonlyMap<string, string>;

  constructor(options: {
    knex: Knex;
    exporter: Pick<ServiceExporter, 'pages'>;
    explainer: ResultExplainer;
    rules: Rules;
    statements: Pick<StatementSource, 'approved'>;
  }) {
    this.#knex = options.knex;
    this.#exporter = options.exporter;
    this.#explainer = options.explainer;
    this.#rules = options.rules;
    this.#statements = options.statements.approved;
    this.#checksOf = new Map(
      options.rules.units.map(unit => [
        `${unit.standard} ${unit.clause}`,
        unit.checks,
      ]),
    );
    this.#titles = new Map(
      options.rules.standards.flatMap(({ id, clauses }) =>
        clauses.map(clause => [`${id} ${clause.id}`, clause.title] as const),
      ),
    );
  }

  /**
   * Page by page, with a number of statements for each that does not depend on
   * the number of services.
   *
   * @param ownerRefs - what the reader owns things as, for a query of what is
   * theirs
   */
  async *pages(
    query: Omit<EntitiesQuery, 'limit' | 'cursor'>,
    access: Access,
    ownerRefs: string[],
  ): AsyncGenerator<AssessedService[]> {
    const store = new AssessmentStore(this.#knex);
    const excluded = excludedBy(await this.#statements.read());
    for await (const page of this.#exporter.pages(query, access, ownerRefs)) {
      const stored = await store.results(
        page.map(({ summary }) => summary.entityRef),
      );
      const results = await this.#explainer.explainEach(
        stored,
        async () => access,
      );
      yield page.map(service => {
        const its = results.get(service.summary.entityRef) ?? [];
        return {
          ...service,
          results: its,
          clauses: this.#clauses(service, its, excluded),
        };
      });
    }
  }

  /** Those of the standards that the service is in scope of. */
  #clauses(
    { profile }: ExportedService,
    results: AssessedService['results'],
    excluded: ClauseRef[],
  ): AssessedClause[] {
    const { units, standards } = this.#rules;
    const inScope = new Set(
      standards
        .filter(
          ({ managementSystem }) => !outOfScope(profile, managementSystem),
        )
        .map(({ id }) => id),
    );
    const byCheck = new Map(results.map(result => [result.checkId, result]));
    const states = clauseStates({
      units,
      excluded,
      direct: ({ standard, clause }) =>
        clauseState(
          (this.#checksOf.get(`${standard} ${clause}`) ?? []).flatMap(
            id => byCheck.get(id) ?? [],
          ),
        ),
    });
    return units.flatMap(({ standard, clause, checks }, index) =>
      inScope.has(standard)
        ? {
            standard,
            clause,
            checks,
            title: this.#titles.get(`${standard} ${clause}`) ?? clause,
            ...states[index],
          }
        : [],
    );
  }
}
