import {
  EntityResponse,
  EntitySummary,
  FieldGroup,
  fieldList,
} from '@service-compliance/backstage-plugin-compliance-common';
import { missingFields } from '../entity/editTarget';
import { isStated } from '../profile';
import { groupMissing } from './missing';

/** What was achieved on the way through the list. */
export interface Tally {
  /** Services that miss nothing any more. */
  services: number;
  /** Missing fields that have a value now. */
  fields: number;
}

/** Where somebody is who completes one service of a list after the other. */
export interface Run {
  /** Place of the service in the list, from 0. */
  index: number;
  service: EntitySummary;
  /** Ids of the fields that the service still misses. */
  missing: string[];
  /** Ids of the fields that were offered, filled in or not. */
  asked: string[];
  /** The facet to edit now, and the name of the field to begin with. */
  group: FieldGroup;
  field: string;
  /** Absent until something was saved. */
  tally?: Tally;
}

/**
 * The next facet to edit: the first one with missing fields that were not
 * offered yet. What was left empty on purpose is so not asked for twice, and
 * what a saved value made necessary is asked for at once.
 */
function openNextFacet(run: Omit<Run, 'group' | 'field'>): Run | undefined {
  const { missing, asked } = run;
  const [next] = groupMissing(
    missing.filter(id => !asked.includes(id)),
    fieldList,
  );
  return (
    next && {
      ...run,
      group: next.group,
      field: next.fields[0].name,
      asked: [...asked, ...next.fields.map(({ id }) => id)],
    }
  );
}

/** Goes to the first service from a place of the list on that misses something. */
export function enterList(options: {
  services: EntitySummary[];
  from: number;
  tally?: Tally;
}): Run | undefined {
  const { services, from, tally } = options;
  for (let index = from; index < services.length; index++) {
    const service = services[index];
    const run = openNextFacet({
      index,
      service,
      missing: service.missing ?? [],
      asked: [],
      tally,
    });
    if (run) {
      return run;
    }
  }
  return undefined;
}

/** Goes to the next facet of the service, or else to the next service. */
export function advance(run: Run, services: EntitySummary[]): Run | undefined {
  const { index, tally } = run;
  return openNextFacet(run) ?? enterList({ services, from: index + 1, tally });
}

/** Notes what is left to fill in after the service was saved. */
export function recordSaved(run: Run, saved: EntityResponse): Run {
  const missing = missingFields(saved);
  const filled = fieldList.filter(
    field => run.missing.includes(field.id) && isStated(saved.profile, field),
  );
  const isCompleted = run.missing.length > 0 && missing.length === 0;
  const { services = 0, fields = 0 } = run.tally ?? {};
  return {
    ...run,
    missing,
    tally: {
      services: services + (isCompleted ? 1 : 0),
      fields: fields + filled.length,
    },
  };
}
