import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FieldGroup,
  SourcedValue,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  CopyableCode,
  FieldValue,
  SourceTag,
  VocabularyField,
} from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './ProfileGroup.module.css';

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

/** The values of one facet, and what is not set. */
export function ProfileGroup(props: {
  group: FieldGroup;
  fields: VocabularyField[];
  values: Record<string, SourcedValue>;
  vocabulary: VocabularyResponse;
}) {
  const { group, fields, values, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const isSet = ({ name }: VocabularyField) => values[name] !== undefined;
  const setFields = fields.filter(isSet);
  const unsetFields = fields.filter(field => !isSet(field));

  return (
    <section>
      <h3 className={styles.heading}>{t(`facet.${group}`)}</h3>
      {setFields.length > 0 ? (
        <dl className={styles.fields}>
          {setFields.map(field => (
            <SetField
              key={field.id}
              field={field}
              sourced={values[field.name]}
              vocabulary={vocabulary}
            />
          ))}
        </dl>
      ) : (
        <p className={styles.empty}>{t('profile.empty')}</p>
      )}
      {unsetFields.length > 0 && <UnsetFields fields={unsetFields} />}
    </section>
  );
}
