import {
  CheckResult,
  effectiveProfile,
  EffectiveProfile,
  EntityResponse,
  FieldGroup,
  fieldList,
  FieldValues,
  notApplicableReason,
  Precedence,
  SourcedValue,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../components';
import { missingFields } from '../entity/editTarget';
import { isStated, sourcedIn, valueIn } from '../profile';
import { FacetDrafts, isFilled } from './facetDrafts';

/** Values of Git over which those of the portal were accepted. */
function acceptedOf({ profile, declared }: EntityResponse) {
  const accepted = fieldList.filter(
    field => sourcedIn(profile, field)?.conflict?.isAccepted,
  );
  return Object.fromEntries(
    accepted.map(field => [field.id, valueIn(declared, field)]),
  );
}

/** The profile as it would be with these values of the portal. */
export function profileWith(
  entity: EntityResponse,
  group: FieldGroup,
  values: FieldValues,
  vocabulary: VocabularyResponse,
): EffectiveProfile {
  const { declared, edited, profile } = entity;
  const { sms, isms } = profile.scope;
  const scopeOf = (value: SourcedValue<string> | undefined) =>
    value?.source === 'default' && value.value === 'out' ? 'out' : 'in';
  return effectiveProfile({
    declared,
    edited: { ...edited, [group]: values },
    accepted: acceptedOf(entity),
    precedence: vocabulary.precedence,
    scope: { sms: scopeOf(sms), isms: scopeOf(isms) },
    vocabulary,
  });
}

/** How a value of Git and the one entered here go together. */
export type GitRelation = 'wins' | 'loses' | 'accepted';

/** Which of the two sources holds where both say something. */
export function gitRelation(
  entity: EntityResponse,
  field: VocabularyField,
  precedence: Precedence,
): GitRelation {
  if (precedence === 'portal') {
    return 'loses';
  }
  return sourcedIn(entity.profile, field)?.conflict?.isAccepted
    ? 'accepted'
    : 'wins';
}

/**
 * What failing checks find about a field, as sentences. A check that looks at
 * several fields is told at those that somebody set, or at its first one.
 */
export function findingsOf(options: {
  results: CheckResult[];
  field: VocabularyField;
  /** All fields of the group. */
  fields: VocabularyField[];
  profile: EffectiveProfile;
}): string[] {
  const { results, field, fields, profile } = options;
  const isSet = (other: VocabularyField) => isStated(profile, other);
  return results
    .filter(({ status, remediation }) => {
      const looked = fields.filter(({ annotation }) =>
        remediation.annotations?.includes(annotation),
      );
      const told = looked.some(isSet)
        ? looked.filter(isSet)
        : looked.slice(0, 1);
      return status === 'fail' && told.includes(field);
    })
    .map(({ finding }) => finding);
}

/** The field to start at: the first that checks ask for, or that is open. */
export function firstToFill(options: {
  entity: EntityResponse;
  fields: VocabularyField[];
  drafts: FacetDrafts;
}): string | undefined {
  const { entity, fields, drafts } = options;
  const missing = missingFields(entity);
  const asked = fields.find(({ id }) => missing.includes(id));
  const open = fields.find(
    field =>
      !isFilled(drafts.fields[field.name]) &&
      valueIn(entity.declared, field) === undefined &&
      notApplicableReason(entity.profile, field.group, field.name) ===
        undefined,
  );
  return (asked ?? open ?? fields[0])?.name;
}
