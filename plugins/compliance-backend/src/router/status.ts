import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { RunStore } from '../assessment/RunStore';
import { AccessControl } from '../permissions/AccessControl';
import { statusOf } from '../reporting/status';

export function addStatusRoutes(
  router: Router,
  options: { httpAuth: HttpAuthService; access: AccessControl; runs: RunStore },
): void {
  const { httpAuth, access, runs } = options;

  router.get('/status', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const details = await access.seesEverything(credentials);
    res.json(statusOf(await runs.lastRuns(), { details, now: new Date() }));
  });
}
