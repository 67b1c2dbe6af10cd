import { CheckResult } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { groupBy } from '../assessment/groupBy';
import { StoredResult } from '../assessment/types';
import { Rules } from '../checks/Rules';
import { Access } from '../permissions/Access';
import { hiddenRefs } from '../permissions/hiddenRefs';

/** Stands for a finding about entities that the reader may not see. */
export const HIDDEN_FINDING =
  'This result is about another entity that you are not allowed to see.';

/** Completes verdicts for a reader. */
export class ResultExplainer {
  readonly #knex: Knex;
  readonly #rules: Rules;

  constructor(options: { knex: Knex; rules: Rules }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
  }

  /**
   * Verdicts on one entity with what is known about their checks, in the order
   * of the checks. What no check stands behind any more is left out; it
   * disappears with the next assessment.
   *
   * @param access - what the reader may see of other entities; not asked for
   * when no finding is about them
   */
  async explain(
    results: StoredResult[],
    access: () => Promise<Access>,
  ): Promise<CheckResult[]> {
    return this.#complete(results, await this.#hidden(results, access));
  }

  /** The same for several entities, by their refs. */
  async explainEach(
    results: StoredResult[],
    access: () => Promise<Access>,
  ): Promise<Map<string, CheckResult[]>> {
    const hidden = await this.#hidden(results, access);
    const byEntity = groupBy(results, ({ entityRef }) => entityRef);
    return new Map(
      [...byEntity].map(([entityRef, its]) => [
        entityRef,
        this.#complete(its, hidden),
      ]),
    );
  }

  #hidden(
    results: StoredResult[],
    access: () => Promise<Access>,
  ): Promise<Set<string>> {
    const refs = new Set(results.flatMap(({ about }) => about));
    return hiddenRefs(this.#knex, refs, access);
  }

  #complete(results: StoredResult[], hidden: Set<string>): CheckResult[] {
    const byCheck = new Map(results.map(result => [result.checkId, result]));
    return this.#rules.checks.flatMap(check => {
      const result = byCheck.get(check.id);
      return result
        ? {
            checkId: check.id,
            title: check.title,
            facet: check.facet,
            weight: check.weight,
            status: result.status,
            finding: result.about.some(ref => hidden.has(ref))
              ? HIDDEN_FINDING
              : result.finding,
            expected: result.expected,
            since: result.since,
            dueOn: result.dueOn,
            upcoming: result.upcoming,
            enforcedFrom: check.enforcedFrom,
            clauses: check.clauses,
            remediation: check.remediation,
          }
        : [];
    });
  }
}
