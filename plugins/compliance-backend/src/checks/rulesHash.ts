import { Vocabulary } from '@service-compliance/backstage-plugin-compliance-common';
import { createHash } from 'node:crypto';
import { version } from '../../package.json';
import { ComplianceConfig } from '../config/types';
import { CompiledCheck } from './compileChecks';

/**
 * SHA-256, in hex, over everything that can change a verdict, a score or a
 * level without any change of an entity. The code of the built-in checks is
 * represented by the version of the package, that of others by the revision
 * that they state.
 */
export function rulesHash(
  config: ComplianceConfig,
  checks: readonly CompiledCheck[],
): string {
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
      }),
    )
    .digest('hex');
}
