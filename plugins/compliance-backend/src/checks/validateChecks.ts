import {
  checkFacets,
  nearestId,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { problem, quote } from '../config/problems';
import { ComplianceConfig } from '../config/types';
import { StandardCatalog } from '../standards/StandardCatalog';

/** A check, and where it comes from. */
export interface NamedCheck {
  check: Check;
  /** How messages call that place. */
  path: string;
}

/**
 * What is wrong with checks and with what app-config says about them, in one
 * line for each problem.
 */
export function problemsOf(
  named: readonly NamedCheck[],
  config: ComplianceConfig,
  standards: StandardCatalog,
): string[] {
  const ids = named.map(({ check }) => check.id);
  return [
    ...named.flatMap((item, index) => [
      ...brokenDefinition(item, ids.slice(0, index)),
      ...brokenClauses(item, standards),
    ]),
    ...unknownIds(config, ids),
  ];
}

function brokenDefinition(
  { check, path }: NamedCheck,
  taken: readonly string[],
): string[] {
  const problems: string[] = [];
  if (taken.includes(check.id)) {
    problems.push(
      problem({
        path: `${path}.id`,
        found: quote(check.id),
        expected: 'an id that is not taken',
      }),
    );
  }
  // The id is part of labels, addresses and columns.
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(check.id)) {
    problems.push(
      problem({
        path: `${path}.id`,
        found: quote(check.id),
        expected: 'a slug of at most 63 lower-case letters, digits and dashes',
      }),
    );
  }
  if (!(check.weight > 0 && Number.isFinite(check.weight))) {
    problems.push(
      problem({
        path: `${path}.weight`,
        found: quote(check.weight),
        expected: 'a number above 0',
      }),
    );
  }
  if (!checkFacets.includes(check.facet)) {
    problems.push(
      problem({
        path: `${path}.facet`,
        found: quote(check.facet),
        expected: `one of ${checkFacets.join(', ')}`,
      }),
    );
  }
  return problems;
}

function brokenClauses(
  { check, path }: NamedCheck,
  standards: StandardCatalog,
): string[] {
  return check.clauses.flatMap((ref, index) => {
    const at = `${path}.clauses[${index}]`;
    const standard = standards.find(ref.standard);
    if (!standard) {
      const known = standards.standards.map(({ id }) => id);
      return problem({
        path: `${at}.standard`,
        found: quote(ref.standard),
        expected: `one of ${known.join(', ')}`,
        nearest: nearestId(ref.standard, known),
      });
    }
    return standards.hasClause(ref)
      ? []
      : problem({
          path: `${at}.clause`,
          found: quote(ref.clause),
          expected: `a clause or control of ${standard.title}, such as ${
            standard.clauses.find(({ unit }) => unit)?.id
          }`,
        });
  });
}

/** Ids of checks in app-config that no check has. */
function unknownIds(
  { checkOverrides, levels }: ComplianceConfig,
  ids: readonly string[],
): string[] {
  const unknown = (path: string, found: string, id: string) =>
    ids.includes(id)
      ? []
      : [
          problem({
            path,
            found,
            expected: 'the id of a check, see docs/checks.md',
            nearest: nearestId(id, ids),
          }),
        ];
  return [
    ...Object.keys(checkOverrides).flatMap(id =>
      unknown(`compliance.checks.${id}`, 'an unknown check', id),
    ),
    ...levels.flatMap((level, index) =>
      level.requiredChecks.flatMap((id, position) =>
        unknown(
          `compliance.levels[${index}].requiredChecks[${position}]`,
          quote(id),
          id,
        ),
      ),
    ),
  ];
}
