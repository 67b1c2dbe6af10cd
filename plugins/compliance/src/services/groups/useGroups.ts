import {
  EntitiesQuery,
  SummaryResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef } from 'react';
import { AnswerState } from '../../api';
import { useAnswer } from '../../api/useAnswer';
import { Grouping } from '../servicesQuery';

/** Which services the groups have. */
export type GroupsSelection = Pick<
  EntitiesQuery,
  'filter' | 'query' | 'fullText'
>;

/**
 * Totals of the services that are asked for, by group; those that were searched
 * otherwise stay until others are there.
 */
export function useGroups(
  selection: GroupsSelection,
  groupBy: Grouping,
): AnswerState<SummaryResponse> {
  const query = { ...selection, groupBy };
  const answer = useAnswer({
    key: `groups:${JSON.stringify(query)}`,
    maxAge: 10_000,
    load: api => api.getSummary(query),
  });
  const known = useRef({ groupBy, value: answer.value });
  if (answer.value || known.current.groupBy !== groupBy) {
    known.current = { groupBy, value: answer.value };
  }
  return { ...answer, value: known.current.value };
}
