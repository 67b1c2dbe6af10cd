import { toError } from '@backstage/errors';
import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import {
  CheckFacts,
  CheckStatus,
  coverageUnits,
  CoverageUnit,
  effectiveProfile,
  EntityFacts,
  Facet,
  facets,
  readAnnotations,
  readEdited,
  Score,
  ScoredResult,
  scoreOf,
  Standard,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { KnownEntity } from '../catalog/types';
import { ComplianceConfig } from '../config/types';
import { StandardCatalog } from '../standards/StandardCatalog';
import { CompiledCheck, compileChecks } from './compileChecks';
import { entityView } from './entityView';
import { exclusionOf } from './exclusion';
import { rulesHash } from './rulesHash';

/** What a check says about an entity today. */
export interface EvaluatedCheck {
  checkId: string;
  status: Exclude<CheckStatus, 'waived'>;
  /** What was found, as a sentence. */
  finding: string;
  /** What was expected, as a sentence. */
  expected: string;
  /** ISO 8601 date after today on which this changes by itself. */
  dueOn?: string;
  /** Whether it is a finding that does not score yet. */
  upcoming: boolean;
  /** Refs of the other entities that the finding tells about. */
  about: string[];
  /** Why the check could not be evaluated. */
  error?: string;
}

type Matches = ReturnType<typeof filterPredicateToFilterFunction>;

const MAX_TEXT = 1000;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const STATUSES: readonly CheckStatus[] = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
];

const cut = (text: string, length = MAX_TEXT) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

/**
 * Everything that entities are judged by: the checks of all sources with the
 * vocabulary, levels and predicates of app-config. Pure; reads no clock.
 */
export class Rules {
  /** The enabled ones, in the order of `checkFacets`. */
  readonly checks: readonly Check[];
  /** What coverage is told of. */
  readonly standards: readonly Standard[];
  /** The clauses of all standards that it is told for. */
  readonly units: readonly CoverageUnit[];
  /** Differs whenever a verdict, a score, a level or coverage may differ. */
  readonly hash: string;
  readonly #config: ComplianceConfig;
  readonly #compiled: readonly CompiledCheck[];
  readonly #isSupplier: Matches;
  readonly #carries: [Facet, Matches][];

  /**
   * @throws InputError when app-config or an added check refers to a check,
   * standard or clause that does not exist, with one line for each problem.
   */
  static create(options: {
    config: ComplianceConfig;
    standards: StandardCatalog;
    /** Checks of other modules. */
    addedChecks?: Check[];
  }): Rules {
    const { config, standards, addedChecks = [] } = options;
    return new Rules(
      config,
      standards,
      compileChecks({ config, standards, addedChecks }),
    );
  }

  private constructor(
    config: ComplianceConfig,
    { standards, crosswalks }: StandardCatalog,
    compiled: readonly CompiledCheck[],
  ) {
    const checks = compiled.map(({ check }) => check);
    this.checks = checks;
    this.standards = standards;
    this.units = coverageUnits({ standards, crosswalks, checks });
    this.hash = rulesHash({ config, checks: compiled, units: this.units });
    this.#config = config;
    this.#compiled = compiled;
    this.#isSupplier = filterPredicateToFilterFunction(config.suppliers);
    this.#carries = facets.map(facet => [
      facet,
      filterPredicateToFilterFunction(config.facets[facet]),
    ]);
  }

  find(checkId: string): Check | undefined {
    return this.checks.find(check => check.id === checkId);
  }

  /** Interprets what is known of an entity. */
  factsOf(entity: KnownEntity): EntityFacts {
    const { vocabulary, precedence, scopeDefaults } = this.#config;
    const { dependencies, edited, ...facts } = entity;
    const inGit = readAnnotations(entity.annotations, vocabulary);
    const inPortal = readEdited(edited?.values ?? {}, vocabulary);
    const view = entityView(entity);
    return {
      ...facts,
      isSupplier: this.#isSupplier(view),
      facets: this.#carries
        .filter(([, matches]) => matches(view))
        .map(([facet]) => facet),
      profile: effectiveProfile({
        declared: inGit.values,
        edited: inPortal.values,
        accepted: edited?.accepted,
        precedence,
        scope: scopeDefaults,
        vocabulary,
      }),
      errors: [...inGit.errors, ...inPortal.errors],
    };
  }

  /** The facets that apply to an entity. */
  facetsOf(entity: EntityFacts): Facet[] {
    return entity.facets;
  }

  /**
   * What the checks say, in their order. Checks that do not apply to the
   * entity say nothing; one that throws is `unknown` and hides no other.
   */
  evaluate(facts: CheckFacts): EvaluatedCheck[] {
    return this.#compiled.flatMap(compiled => {
      const { check, appliesTo } = compiled;
      try {
        if (!appliesTo(facts.entity)) {
          return [];
        }
        const exclusion = exclusionOf(facts.entity.profile, compiled);
        return conclude(
          check,
          exclusion
            ? { status: 'not-applicable', ...exclusion }
            : check.evaluate(facts),
          facts.today,
        );
      } catch (error) {
        const { message } = toError(error);
        return {
          ...conclude(
            check,
            {
              status: 'unknown',
              finding: `The check could not be evaluated: ${cut(message, 200)}`,
              expected: 'The check can be evaluated.',
            },
            facts.today,
          ),
          error: cut(message),
        };
      }
    });
  }

  /** Score and level of the results of an entity. */
  score(results: ScoredResult[]): Score {
    return scoreOf(results, this.#config.levels);
  }
}

/**
 * Completes a verdict with what follows from the check and the date. Checks
 * of other modules are not trusted to keep to the types.
 */
function conclude(
  { id, enforcedFrom }: Check,
  verdict: Verdict,
  today: string,
): EvaluatedCheck {
  const { status, finding, expected } = verdict;
  if (!STATUSES.includes(status)) {
    throw new TypeError(`the check returned the status '${status}'`);
  }
  const upcoming =
    enforcedFrom !== undefined &&
    today < enforcedFrom &&
    (status === 'fail' || status === 'unknown');
  // A date that is past would make the entity due again and again.
  const [dueOn] = [verdict.dueOn, upcoming ? enforcedFrom : undefined]
    .filter(date => date !== undefined)
    .filter(date => DATE.test(date) && date > today)
    .sort();
  return {
    checkId: id,
    status,
    finding: cut(String(finding)),
    expected: cut(String(expected)),
    dueOn,
    upcoming,
    about: verdict.about ?? [],
  };
}
