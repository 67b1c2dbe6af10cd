import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  CheckFacts,
  defaultVocabulary,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { builtInChecks } from '../../checks/builtin';
import { Rules } from '../../checks/Rules';
import { readComplianceConfig } from '../../config/readConfig';
import { StandardCatalog } from '../../standards/StandardCatalog';

/** The vocabulary of all rules here. */
export const vocabulary = defaultVocabulary;

/** The built-in checks with the default configuration. */
export function builtInRules(): Rules {
  return createRules({}, []);
}

/** Rules that consist of these checks alone. */
export function rulesOf(...checks: Check[]): Rules {
  const disabled = Object.fromEntries(
    builtInChecks.map(({ id }) => [id, { enabled: false }]),
  );
  return createRules({ checks: disabled }, checks);
}

function createRules(compliance: JsonObject, addedChecks: Check[]): Rules {
  return Rules.create({
    config: readComplianceConfig(new ConfigReader({ compliance })),
    standards: StandardCatalog.create(),
    addedChecks,
  });
}

/** A check of which only the verdict matters. */
export function check(
  id: string,
  evaluate: (facts: CheckFacts) => Partial<Verdict>,
  options: Partial<Check> = {},
): Check {
  return {
    id,
    title: id,
    description: id,
    facet: 'catalogue',
    weight: 1,
    clauses: [],
    remediation: { text: id },
    evaluate: facts => ({
      status: 'pass',
      finding: 'Found.',
      expected: 'Expected.',
      ...evaluate(facts),
    }),
    ...options,
  };
}
