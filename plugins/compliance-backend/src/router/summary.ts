import { HttpAuthService } from '@backstage/backend-plugin-api';
import { GroupBy } from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Router } from 'express';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { SummaryReader } from '../reporting/SummaryReader';
import { TrendReader } from '../reporting/TrendReader';
import { readEntitiesQuery } from './entitiesQuery';

export function addSummaryRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    access: AccessControl;
    ownership: Ownership;
    summaries: SummaryReader;
    trends: TrendReader;
  },
): void {
  const { httpAuth, access, ownership, summaries, trends } = options;

  const readRequest = async (req: Request) => {
    const selection = readEntitiesQuery(req.query, options);
    const credentials = await httpAuth.credentials(req);
    return {
      selection,
      access: await access.accessOf(credentials),
      ownerRefs: selection.filter?.mine
        ? await ownership.refsOf(credentials)
        : [],
      today: new Date().toISOString().slice(0, 10),
    };
  };

  router.get('/summary', async (req, res) => {
    res.json(
      await summaries.read({
        ...(await readRequest(req)),
        // The validator knows what it may be, and sets the default.
        groupBy: req.query.groupBy as GroupBy,
      }),
    );
  });

  router.get('/trends', async (req, res) => {
    res.json(
      await trends.read({
        ...(await readRequest(req)),
        days: Number(req.query.days),
      }),
    );
  });
}
