import {
  CoverageUnit,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { createHash } from 'node:crypto';
import { version } from '../../package.json';
import { ComplianceConfig } from '../config/types';
import { lettered } from '../coverage/coverageText';
import { CompiledCheck } from './compileChecks';

/**
 * SHA-256, in hex, over everything that can change a verdict, a score, a level
 * or what is kept of coverage, without any change of an entity. The code of the built-in checks is
 * represented by the version of the package, that of others by the revision
 * that they state.
 */
export function rulesHash(options: {
  config: ComplianceConfig;
  checks: readonly CompiledCheck[];
  units: readonly CoverageUnit[];
}): string {
  const { config, checks, units } = options;
  const { suppliers, facets, scopeDefaults, precedence, levels } = config;
  const vocabulary: Vocabulary = config.vocabulary;
  return createHash('sha256')
    .update(
      JSON.stringify({
        version,
        suppliers,
        facets,
        scopeDefaults,
        precedence,
        levels,
        vocabulary,
        checks,
        coverage: lettered(units).map(unit => [
          unit.standard,
          unit.clause,
          unit.checks,
        ]),
      }),
    )
    .digest('hex');
}
