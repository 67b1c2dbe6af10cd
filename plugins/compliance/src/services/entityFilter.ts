import { EntityFilter } from '@service-compliance/backstage-plugin-compliance-common';
import { DateTime } from 'luxon';
import { ServicesFilter } from './servicesQuery';

/** Today, or so many days later, as an ISO 8601 date. */
function dateIn(days: number): string {
  return DateTime.utc().plus({ days }).toISODate();
}

/** The filter as the backend takes it, without the query box. */
export function entityFilter(filter: ServicesFilter): EntityFilter | undefined {
  const { filters, mine, check, minScore, maxScore, dueBy } = filter;
  const asked: EntityFilter = {
    ...(filters as EntityFilter),
    ...(mine && { mine }),
    ...(check && { check }),
    ...(minScore !== undefined && { minScore }),
    ...(maxScore !== undefined && { maxScore }),
    ...(dueBy && {
      dueBy: /^\d+$/.test(dueBy) ? dateIn(Number(dueBy)) : dueBy,
    }),
  };
  return Object.keys(asked).length > 0 ? asked : undefined;
}
