import {
  EntitiesQuery,
  EntitiesResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { AnswerState } from '../../api';
import { useAnswer } from '../../api/useAnswer';
import { Grouping, ServicesQuery } from '../servicesQuery';
import { GroupsSelection } from './useGroups';

/** As many services of a group as are shown at once. */
const PAGE_SIZE = 10;

/** The first services of a group. */
export function useGroupPage(options: {
  selection: GroupsSelection;
  groupBy: Grouping;
  /** Of the group. */
  groupKey: string;
  order: ServicesQuery['order'];
}): AnswerState<EntitiesResponse> {
  const { selection, groupBy, groupKey, order } = options;
  const query: EntitiesQuery = {
    ...selection,
    filter: { ...selection.filter, [groupBy]: [groupKey] },
    order,
    limit: PAGE_SIZE,
  };
  return useAnswer({
    key: `group:${JSON.stringify(query)}`,
    maxAge: 10_000,
    load: api => api.queryEntities(query),
  });
}
