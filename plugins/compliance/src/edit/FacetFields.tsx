import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EffectiveProfile,
  EntityResponse,
  FieldGroup,
  findLevel,
  PreviewResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../components';
import { sourcedIn, valueIn } from '../profile';
import { complianceTranslationRef } from '../translations';
import { isExcludable, isFilled, WHOLE_GROUP } from './facetDrafts';
import styles from './FacetFields.module.css';
import { FacetSwitch } from './FacetSwitch';
import { findingsOf, profileWith } from './fieldFacts';
import { FormField, MarkAction } from './FormField';
import { GitNote } from './GitNote';
import { FacetForm } from './useFacetForm';
import { useProblemText } from './useProblemText';
import { useValueText } from './useValueText';

/** Says what holds while nothing is entered, and where it comes from. */
function usePlaceholder(vocabulary: VocabularyResponse) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const valueText = useValueText(vocabulary);
  return (
    field: VocabularyField,
    profile: EffectiveProfile,
  ): string | undefined => {
    const sourced = sourcedIn(profile, field);
    if (sourced?.source !== 'default') {
      return undefined;
    }
    const value = valueText(field, sourced.value);
    const tier =
      field.group === 'serviceLevel'
        ? findLevel(vocabulary, 'serviceTier', profile.serviceLevel.tier?.value)
        : findLevel(
            vocabulary,
            'continuityTier',
            profile.continuity.tier?.value,
          );
    return field.group === 'scope' || !tier
      ? t('edit.placeholder.fromConfiguration', { value })
      : t('edit.placeholder.fromTier', { value, tier: tier.title });
  };
}

/** A reason is asked for where something is out of scope, and only there. */
const scopeReasons: Record<string, string> = {
  smsReason: 'sms',
  ismsReason: 'isms',
};

/** The fields of a group as a form. */
export function FacetFields(props: {
  form: FacetForm;
  entity: EntityResponse;
  group: FieldGroup;
  vocabulary: VocabularyResponse;
  preview?: PreviewResponse;
}) {
  const { form, entity, group, vocabulary, preview } = props;
  const { fields, drafts, values, shownProblems } = form;
  const { t } = useTranslationRef(complianceTranslationRef);
  const placeholderOf = usePlaceholder(vocabulary);
  const problemText = useProblemText();

  const profile = profileWith(entity, group, values, vocabulary);
  const { results } = preview?.scorecard ?? entity.scorecard;
  const declared = (entity.declared[group] ?? {}) as Record<string, unknown>;
  const canExclude = isExcludable(vocabulary, group);
  const hasReason = drafts.reason !== undefined;

  function markOf(field: VocabularyField): MarkAction | undefined {
    // What Git declares does apply; a mark beside it would have no effect.
    if (!canExclude || valueIn(entity.declared, field) !== undefined) {
      return undefined;
    }
    return declared.notApplicableFields === undefined
      ? {}
      : { prevented: t('edit.notApplicable.marksInGit') };
  }

  /** Whether the field is a reason that is needed; undefined for all others. */
  function isNeededReason({ name }: VocabularyField): boolean | undefined {
    const scope = group === 'scope' ? scopeReasons[name] : undefined;
    return scope === undefined
      ? undefined
      : drafts.fields[scope].draft === 'out';
  }

  const shown = fields.filter(
    field =>
      isNeededReason(field) !== false ||
      isFilled(drafts.fields[field.name]) ||
      declared[field.name] !== undefined,
  );
  return (
    <div className={styles.root}>
      {!hasReason &&
        shown.map(field => (
          <FormField
            key={field.id}
            field={field}
            vocabulary={vocabulary}
            entry={drafts.fields[field.name]}
            onChange={change => form.setField(field.name, change)}
            onLeave={() => form.touch(field.name)}
            error={problemText(shownProblems[field.name], field)}
            findings={findingsOf({ results, field, fields, profile })}
            note={
              <GitNote
                field={field}
                entity={entity}
                vocabulary={vocabulary}
                entered={(values as Record<string, unknown>)[field.name]}
              />
            }
            placeholder={placeholderOf(field, profile)}
            isRequired={isNeededReason(field)}
            mark={markOf(field)}
          />
        ))}
      {canExclude && (
        <FacetSwitch
          group={t(`facet.${group}`)}
          reason={drafts.reason}
          onChange={form.setReason}
          onLeave={() => form.touch(WHOLE_GROUP)}
          error={problemText(shownProblems[WHOLE_GROUP])}
          prevented={
            Object.keys(declared).length > 0
              ? t('edit.notApplicable.facetInGit')
              : undefined
          }
          dropped={Object.values(drafts.fields).filter(isFilled).length}
        />
      )}
    </div>
  );
}
