import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityResponse,
  FieldGroup,
  notApplicableReason,
  SourcedValue,
  ValueSource,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  CopyableCode,
  FieldValue,
  SourceTag,
  VocabularyField,
} from '../../components';
import { sourcedIn } from '../../profile';
import { complianceTranslationRef } from '../../translations';
import styles from './ProfileFields.module.css';

function SetField(props: {
  field: VocabularyField;
  sourced: SourcedValue;
  vocabulary: VocabularyResponse;
}) {
  const { field, sourced, vocabulary } = props;
  const { value, source, conflict } = sourced;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div className={styles.field}>
      <dt title={field.description}>{field.title}</dt>
      <dd>
        <div className={styles.value}>
          <FieldValue field={field} value={value} vocabulary={vocabulary} />
        </div>
        {conflict && (
          <div className={styles.conflict}>
            {t('value.conflict', {
              source: t(`source.${conflict.source}`),
              value: (
                <FieldValue
                  field={field}
                  value={conflict.value}
                  vocabulary={vocabulary}
                />
              ),
            })}
          </div>
        )}
      </dd>
      <dd className={styles.source}>
        <SourceTag source={source} />
      </dd>
    </div>
  );
}

function UnsetFields(props: { fields: VocabularyField[] }) {
  const { fields } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <details className={styles.unset}>
      <summary>{t('profile.fieldsNotSet', { count: fields.length })}</summary>
      <ul>
        {fields.map(({ id, title, description, annotation, example }) => (
          <li key={id}>
            <span title={description}>{title}</span>
            <CopyableCode text={annotation} />
            <span className={styles.example}>
              {t('scorecard.example', { value: example })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A field that somebody said does not apply. */
function ExcludedField(props: {
  field: VocabularyField;
  reason: string;
  source?: ValueSource;
}) {
  const { field, reason, source } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div className={styles.field}>
      <dt title={field.description}>{field.title}</dt>
      <dd className={styles.excluded}>
        {t('record.notApplicable.reason', { reason })}
      </dd>
      <dd className={styles.source}>
        {source && <SourceTag source={source} />}
      </dd>
    </div>
  );
}

/** The fields of one facet: those that are set, do not apply, or are unset. */
export function ProfileFields(props: {
  group: FieldGroup;
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
}) {
  const { group, compliance, vocabulary } = props;
  const { profile } = compliance;
  const { t } = useTranslationRef(complianceTranslationRef);
  const fields = vocabulary.fields.filter(
    field => field.group === group && !field.excludes,
  );
  const reasonOf = ({ name }: VocabularyField) =>
    notApplicableReason(profile, group, name);
  const listed = fields.filter(
    field => sourcedIn(profile, field) || reasonOf(field) !== undefined,
  );
  const unset = fields.filter(field => !listed.includes(field));

  return (
    <>
      {listed.length > 0 ? (
        <dl className={styles.fields}>
          {listed.map(field => {
            const reason = reasonOf(field);
            return reason === undefined ? (
              <SetField
                key={field.id}
                field={field}
                sourced={sourcedIn(profile, field)!}
                vocabulary={vocabulary}
              />
            ) : (
              <ExcludedField
                key={field.id}
                field={field}
                reason={reason}
                source={
                  sourcedIn(profile, { group, name: 'notApplicableFields' })
                    ?.source
                }
              />
            );
          })}
        </dl>
      ) : (
        <p className={styles.empty}>{t('profile.empty')}</p>
      )}
      {unset.length > 0 && <UnsetFields fields={unset} />}
    </>
  );
}
