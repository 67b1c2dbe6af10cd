import {
  CheckResult,
  completionOf,
  EntityResponse,
  FieldGroup,
  findingStatuses,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { isStated } from '../profile';
import { groupsOf } from './groups';

/** What the editor on the entity tab is open for. */
export interface EditTarget {
  group: FieldGroup;
  /** Name of the field that it starts at. */
  field?: string;
}

/** Stands for whatever is to be filled in first. */
export const FIRST = 'first';

/** Parameters of the address of the entity tab that open the editor. */
export const editParams = ['edit', 'field'] as const;

/**
 * The query that opens the editor on the entity tab.
 *
 * @param target - what is to be filled in first when left out
 */
export function editSearch(target?: EditTarget): string {
  const { group = FIRST, field } = target ?? {};
  return `?${new URLSearchParams({ edit: group, ...(field && { field }) })}`;
}

/** The group and the name that the id of a field is made of. */
export function targetOf(fieldId: string): Required<EditTarget> {
  const [group, field] = fieldId.split('.');
  return { group: group as FieldGroup, field };
}

/** Ids of the unset fields that checks ask for. */
export function missingFields(compliance: EntityResponse): string[] {
  const { profile, scorecard } = compliance;
  return completionOf({
    profile,
    results: scorecard.results.map(result => ({
      ...result,
      annotations: result.remediation.annotations,
    })),
  }).missing;
}

/** What the query of an address opens the editor for, if it is possible. */
export function readTarget(
  params: URLSearchParams,
  compliance: EntityResponse,
  vocabulary: VocabularyResponse,
): EditTarget | undefined {
  const edit = params.get('edit');
  const applicable = groupsOf(compliance);
  if (edit === FIRST) {
    const [missing] = missingFields(compliance);
    return missing ? targetOf(missing) : { group: applicable[0] };
  }
  const group = applicable.find(candidate => candidate === edit);
  const field = vocabulary.fields.find(
    entry => entry.group === group && entry.name === params.get('field'),
  );
  return group && { group, field: field?.name };
}

/** Where the profile is edited to resolve a finding, if that is the remedy. */
export function remedyOf(
  result: CheckResult,
  compliance: EntityResponse,
  vocabulary: VocabularyResponse,
): EditTarget | undefined {
  const { annotations = [] } = result.remediation;
  // What is only upcoming can be resolved already.
  if (!compliance.mayUpdate || !findingStatuses.includes(result.status)) {
    return undefined;
  }
  const applicable = groupsOf(compliance);
  const asked = annotations.flatMap(
    annotation =>
      vocabulary.fields.find(
        field =>
          field.annotation === annotation && applicable.includes(field.group),
      ) ?? [],
  );
  const unset = asked.find(field => !isStated(compliance.profile, field));
  const field = unset ?? asked[0];
  return field && { group: field.group, field: field.name };
}
