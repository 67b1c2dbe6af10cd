import { ChecksResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { Router } from 'express';
import { Rules } from '../checks/Rules';

export function addCheckRoutes(
  router: Router,
  options: { rules: Rules },
): void {
  const response: ChecksResponse = {
    items: options.rules.checks.map(check => ({
      id: check.id,
      title: check.title,
      description: check.description,
      facet: check.facet,
      weight: check.weight,
      clauses: check.clauses,
      remediation: check.remediation,
      enforcedFrom: check.enforcedFrom,
    })),
  };

  router.get('/checks', (_req, res) => {
    res.json(response);
  });
}
