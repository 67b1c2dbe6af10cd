import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  EntityResponse,
  FieldGroup,
  SourcedValue,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId } from 'react';
import { VocabularyField } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { ProfileGroup } from './ProfileGroup';
import styles from './ProfileSection.module.css';

const groups: FieldGroup[] = [
  'serviceLevel',
  'information',
  'continuity',
  'supplier',
  'scope',
  'operations',
];

/** Groups that are no facets concern every entity. */
const alwaysApply: FieldGroup[] = ['scope', 'operations'];

/** The effective profile, by facet. */
export function ProfileSection(props: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
}) {
  const { compliance, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const headingId = useId();

  const valuesOf = (group: FieldGroup) =>
    (compliance.profile[group] ?? {}) as Record<string, SourcedValue>;
  const applies = (group: FieldGroup) =>
    alwaysApply.includes(group) ||
    compliance.facets.includes(group) ||
    Object.keys(valuesOf(group)).length > 0;
  const notApplicable = groups.filter(group => !applies(group));
  const fieldsOf = (group: FieldGroup): VocabularyField[] =>
    vocabulary.fields.filter(field => field.group === group);

  return (
    <section aria-labelledby={headingId}>
      <Card>
        <CardHeader>
          <Text id={headingId} as="h2" variant="title-x-small" weight="bold">
            {t('profile.title')}
          </Text>
        </CardHeader>
        <CardBody>
          <div className={styles.groups}>
            {groups.filter(applies).map(group => (
              <ProfileGroup
                key={group}
                group={group}
                fields={fieldsOf(group)}
                values={valuesOf(group)}
                vocabulary={vocabulary}
              />
            ))}
            {notApplicable.length > 0 && (
              <p className={styles.notApplicable}>
                {t('profile.notApplicable', {
                  facets: notApplicable
                    .map(group => t(`facet.${group}`))
                    .join(', '),
                })}
              </p>
            )}
          </div>
        </CardBody>
      </Card>
    </section>
  );
}
