import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  EntitiesQuery,
  GroupBy,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Request, Router } from 'express';
import { Rules } from '../checks/Rules';
import { ComplianceConfig } from '../config/types';
import { ClauseQueries } from '../coverage/ClauseQueries';
import { AccessControl } from '../permissions/AccessControl';
import { Ownership } from '../permissions/Ownership';
import { SummaryReader } from '../reporting/SummaryReader';
import { TrendReader } from '../reporting/TrendReader';
import { readEntitiesBody, readEntitiesQuery } from './entitiesQuery';

export function addSummaryRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    config: ComplianceConfig;
    rules: Rules;
    access: AccessControl;
    ownership: Ownership;
    clauseQueries: ClauseQueries;
    summaries: SummaryReader;
    trends: TrendReader;
  },
): void {
  const { httpAuth, access, ownership, clauseQueries, summaries, trends } =
    options;

  const requestOf = async (req: Request, query: EntitiesQuery) => {
    const selection = await clauseQueries.resolve(query);
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

  /** Two ways to ask for the same; the validator sets defaults. */
  const add = (
    path: string,
    answer: (
      request: Awaited<ReturnType<typeof requestOf>>,
      asked: Record<string, unknown>,
    ) => Promise<object>,
  ) => {
    router.get(path, async (req, res) => {
      const query = readEntitiesQuery(req.query, options);
      res.json(await answer(await requestOf(req, query), req.query));
    });
    router.post(`${path}/query`, async (req, res) => {
      const query = readEntitiesBody(req.body, options);
      res.json(await answer(await requestOf(req, query), req.body));
    });
  };
  add('/summary', (request, { groupBy }) =>
    summaries.read({ ...request, groupBy: groupBy as GroupBy }),
  );
  add('/trends', (request, { days }) =>
    trends.read({ ...request, days: Number(days) }),
  );
}
