import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ClauseRef,
  clauseStates,
  CoverageState,
  CoverageUnit,
  coveredPercent,
  EffectiveProfile,
  EntityCoverageResponse,
  ServiceClauseCoverage,
  ServiceStandardCoverage,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { AssessmentStore } from '../assessment/AssessmentStore';
import { StoredResult } from '../assessment/types';
import {
  KnownEntityRow,
  selectKnown,
  toKnownEntity,
} from '../catalog/knownEntity';
import { outOfScope } from '../checks/outOfScope';
import { Rules } from '../checks/Rules';
import { clauseFactsBy } from './clauseFacts';
import { letterFinder, stateByLetter } from './coverageText';
import {
  DocumentSource,
  excludedBy,
  StatementSource,
  statementsFor,
} from './sources';

interface Row extends KnownEntityRow {
  /** Null unless it is of the current rules. */
  coverage: string | null;
  in_sms_scope: boolean | number;
  in_isms_scope: boolean | number;
}

/**
 * Answers how one entity covers all standards with two statements, beside what
 * tells about statements and documents.
 */
export class EntityCoverageReader {
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

  /**
   * Undefined when the mirror does not have the entity. Whether the reader may
   * see it at all is for the caller to know.
   */
  async read(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EntityCoverageResponse | undefined> {
    const { units, standards } = this.#rules;
    const row = await this.#row(entityRef);
    if (!row) {
      return undefined;
    }
    const [results, statements, documents] = await Promise.all([
      new AssessmentStore(this.#knex).results([entityRef]),
      statementsFor(this.#statements, credentials),
      this.#documents.list(credentials),
    ]);
    const factsOf = clauseFactsBy({ standards, statements, documents });
    const standings = clauseStates({
      units,
      direct: stateReader(units, row.coverage ?? ''),
      excluded: excludedBy(statements),
    });
    const resultOf = resultFinder(row.coverage === null ? [] : results);
    const { profile } = this.#rules.factsOf(toKnownEntity(row));
    return {
      entityRef,
      standards: standards.map(standard =>
        coverageOf(standard, {
          profile,
          inScope: Boolean(row[`in_${standard.managementSystem}_scope`]),
          clauses: units.flatMap((unit, index) =>
            unit.standard === standard.id
              ? {
                  ...factsOf(unit),
                  ...standings[index],
                  results: unit.checks.flatMap(id => resultOf(id) ?? []),
                }
              : [],
          ),
        }),
      ),
    };
  }

  async #row(entityRef: string): Promise<Row | undefined> {
    const knex = this.#knex;
    return selectKnown(knex('entity'))
      .where('entity.entity_ref', entityRef)
      .first<Row | undefined>(
        'in_sms_scope',
        'in_isms_scope',
        knex.raw(
          'case when entity.rules_hash = ? then entity.coverage end as coverage',
          [this.#rules.hash],
        ),
      );
  }
}

function coverageOf(
  { id, title, managementSystem }: Standard,
  options: {
    profile: EffectiveProfile;
    inScope: boolean;
    clauses: ServiceClauseCoverage[];
  },
): ServiceStandardCoverage {
  const { profile, inScope, clauses } = options;
  if (!inScope) {
    return {
      standard: id,
      title,
      inScope,
      outOfScopeReason: outOfScope(profile, managementSystem)?.reason,
      counts: {},
      clauses: [],
    };
  }
  const counts: Partial<Record<CoverageState, number>> = {};
  for (const { state } of clauses) {
    if (state !== 'organisation') {
      counts[state] = (counts[state] ?? 0) + 1;
    }
  }
  return {
    standard: id,
    title,
    inScope,
    coveredPercent: coveredPercent(counts),
    counts,
    clauses,
  };
}

/** Tells what checks say about clauses, as `writeCoverage` wrote it. */
function stateReader(units: readonly CoverageUnit[], text: string) {
  const placeOf = letterFinder(units);
  return (ref: ClauseRef) => {
    const place = placeOf(ref);
    return place === undefined ? undefined : stateByLetter.get(text[place]);
  };
}

function resultFinder(results: readonly StoredResult[]) {
  const byCheck = new Map(
    results.map(({ checkId, status, upcoming }) => [
      checkId,
      { checkId, status, upcoming },
    ]),
  );
  return (checkId: string) => byCheck.get(checkId);
}
