import {
  ComplianceApi,
  SummaryResponse,
  TrendsResponse,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef } from 'react';
import { AnswerState } from '../api';
import { checksQuestion } from '../api/checksQuestion';
import { sharedAnswer } from '../api/sharedAnswer';
import { useAnswer } from '../api/useAnswer';
import { informationApplies } from '../services/informationApplies';
import { Grouping } from '../services/servicesQuery';
import { Period } from './overviewQuery';

const MAX_AGE_MS = 10_000;

/** Totals of everything that the reader may see. */
export interface Estate {
  /** What the groups of both are. */
  groupBy: Grouping;
  summary: SummaryResponse;
  /** The same of what has no classification but needs one. */
  unclassified: SummaryResponse;
  /** What tells those from what needs none, as the Services tab takes it. */
  unclassifiedQuery: string;
}

async function loadUnclassified(
  api: ComplianceApi,
  groupBy: Grouping,
): Promise<Pick<Estate, 'unclassified' | 'unclassifiedQuery'>> {
  const checks = await sharedAnswer({ api, ...checksQuestion });
  const query = informationApplies(checks.items);
  return {
    unclassified: await api.getSummary({
      groupBy,
      filter: { classification: [UNSET] },
      query,
    }),
    unclassifiedQuery: query ? JSON.stringify(query) : '',
  };
}

/** The totals; those that were grouped otherwise stay until others are there. */
export function useEstate(groupBy: Grouping): AnswerState<Estate> {
  const answer = useAnswer({
    key: `summary:${groupBy}`,
    maxAge: MAX_AGE_MS,
    load: async (api): Promise<Estate> => {
      const [summary, unclassified] = await Promise.all([
        api.getSummary({ groupBy }),
        loadUnclassified(api, groupBy),
      ]);
      return { groupBy, summary, ...unclassified };
    },
  });
  const known = useRef(answer.value);
  known.current = answer.value ?? known.current;
  return { ...answer, value: known.current };
}

/** How the totals were on each of the last days. */
export function useTrends(days: Period): AnswerState<TrendsResponse> {
  return useAnswer({
    key: `trends:${days}`,
    maxAge: MAX_AGE_MS,
    load: api => api.getTrends({ days }),
  });
}
