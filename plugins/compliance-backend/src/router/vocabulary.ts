import {
  fieldList,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Router } from 'express';
import { ComplianceConfig } from '../config/types';

export function addVocabularyRoutes(
  router: Router,
  options: { config: ComplianceConfig },
): void {
  const { vocabulary, levels, scope, precedence } = options.config;
  const response: VocabularyResponse = {
    ...vocabulary,
    levels,
    scope,
    precedence,
    fields: fieldList.map(({ type, ...field }) => ({
      ...field,
      input: type.input,
    })),
  };

  router.get('/vocabulary', (_req, res) => {
    res.json(response);
  });
}
