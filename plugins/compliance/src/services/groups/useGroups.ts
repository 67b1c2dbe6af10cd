import { SummaryResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { AnswerState } from '../../api';
import { useAnswer } from '../../api/useAnswer';
import { Grouping } from '../servicesQuery';
import { Narrowing } from '../useNarrowing';

/** Totals of the services that are asked for, by group. */
export function useGroups(
  narrowing: Narrowing,
  groupBy: Grouping,
): AnswerState<SummaryResponse> {
  const query = { ...narrowing, groupBy };
  return useAnswer({
    key: `groups:${JSON.stringify(query)}`,
    maxAge: 10_000,
    load: api => api.getSummary(query),
  });
}
