import { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  defaultVocabulary,
  readVocabulary,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { createDeclaredCheck } from '../checks/declaredCheck';
import * as defaults from './defaults';
import { describeIssue } from './issues';
import { pathText, throwProblems } from './problems';
import { configSchema } from './schema';
import { ComplianceConfig } from './types';

/**
 * Reads the section `compliance` of app-config; every key is optional. Ids of
 * checks and clauses are looked up later, when all of them are known.
 *
 * @throws InputError with one line for each problem: its path, what was found
 * and what would be right.
 */
export function readComplianceConfig(config: Config): ComplianceConfig {
  const data = config.getOptional<JsonObject>('compliance') ?? {};
  const parsed = configSchema.safeParse(data);
  const problems = (parsed.error?.issues ?? []).flatMap(issue =>
    describeIssue(issue, data, path => pathText(['compliance', ...path])),
  );
  let vocabulary: Vocabulary = defaultVocabulary;
  try {
    vocabulary = readVocabulary(data.vocabulary);
  } catch (error) {
    problems.push(toError(error).message);
  }
  throwProblems(problems);

  const { checks, declaredChecks, facets, ...rest } = parsed.data!;
  const defaultFacets = defaults.facets(rest.suppliers);
  return {
    ...rest,
    vocabulary,
    facets: {
      serviceLevel:
        facets.serviceLevel?.appliesTo ?? defaultFacets.serviceLevel,
      information: facets.information?.appliesTo ?? defaultFacets.information,
      continuity: facets.continuity?.appliesTo ?? defaultFacets.continuity,
      supplier: facets.supplier?.appliesTo ?? defaultFacets.supplier,
    },
    checkOverrides: checks,
    declaredChecks: declaredChecks.map(createDeclaredCheck),
  };
}
