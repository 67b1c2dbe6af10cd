import { filterPredicateToFilterFunction } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import {
  CheckFacet,
  checkFacets,
  EntityFacts,
  Facet,
  facets,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { quote, throwProblems } from '../config/problems';
import { ComplianceConfig } from '../config/types';
import { StandardCatalog } from '../standards/StandardCatalog';
import { builtInChecks } from './builtin';
import { profileView } from './entityView';
import { NamedCheck, problemsOf } from './validateChecks';

/** A check that is ready to run. */
export interface CompiledCheck {
  /** With what app-config changes about it. */
  check: Check;
  appliesTo(entity: EntityFacts): boolean;
  /** The management systems whose clauses it supports. */
  managementSystems: Standard['managementSystem'][];
}

/** Whether a check looks at a facet of the profile. */
export const isFacet = (facet: CheckFacet): facet is Facet =>
  facets.some(known => known === facet);

/**
 * The enabled checks of all sources, with what app-config changes about them,
 * in the order of {@link checkFacets}.
 *
 * @throws InputError when ids or clauses are unknown or an id is taken, with
 * one line for each problem.
 */
export function compileChecks(options: {
  config: ComplianceConfig;
  standards: StandardCatalog;
  addedChecks: readonly Check[];
}): CompiledCheck[] {
  const { config, standards, addedChecks } = options;
  const named: NamedCheck[] = [
    ...builtInChecks.map(check => ({ check, path: `check ${check.id}` })),
    ...addedChecks.map(check => ({ check, path: `check ${quote(check.id)}` })),
    ...config.declaredChecks.map((check, index) => ({
      check,
      path: `compliance.declaredChecks[${index}]`,
    })),
  ];
  throwProblems(problemsOf(named, config, standards));
  return checkFacets.flatMap(facet =>
    named
      .map(({ check }) => check)
      .filter(
        ({ id, facet: own }) =>
          own === facet && config.checkOverrides[id]?.enabled !== false,
      )
      .map(check => compile(check, config, standards)),
  );
}

function compile(
  original: Check,
  config: ComplianceConfig,
  standards: StandardCatalog,
): CompiledCheck {
  const override = config.checkOverrides[original.id] ?? {};
  const predicates = [original.appliesTo, override.appliesTo].filter(
    predicate => predicate !== undefined,
  );
  const check: Check = {
    ...original,
    weight: override.weight ?? original.weight,
    enforcedFrom: override.enforcedFrom ?? original.enforcedFrom,
    appliesTo: predicates.length > 1 ? { $all: predicates } : predicates[0],
    // Of an instance of a class the method would not be copied.
    evaluate: facts => original.evaluate(facts),
  };
  const matches = filterPredicateToFilterFunction<JsonObject>(
    check.appliesTo ?? {},
  );
  const facet =
    check.appliesToFacet ?? (isFacet(check.facet) ? check.facet : undefined);
  return {
    check,
    appliesTo: entity =>
      (!facet || entity.facets.includes(facet)) && matches(profileView(entity)),
    managementSystems: [
      ...new Set(
        check.clauses.map(
          ({ standard }) => standards.find(standard)!.managementSystem,
        ),
      ),
    ],
  };
}
