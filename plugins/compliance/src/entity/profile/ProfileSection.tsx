import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId } from 'react';
import { ProfileActions, YamlDialog } from '../../record';
import { complianceTranslationRef } from '../../translations';
import { groups, groupsOf } from '../groups';
import { ProfileGroup } from './ProfileGroup';
import styles from './ProfileSection.module.css';

/** The effective profile, by facet. */
export function ProfileSection(props: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
  actions: ProfileActions;
}) {
  const { compliance, vocabulary, actions } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const headingId = useId();

  const applicable = groupsOf(compliance);
  const notApplicable = groups.filter(group => !applicable.includes(group));

  return (
    <section aria-labelledby={headingId}>
      <Card>
        <CardHeader>
          <div className={styles.header}>
            <Text id={headingId} as="h2" variant="title-x-small" weight="bold">
              {t('profile.title')}
            </Text>
            <YamlDialog compliance={compliance} />
          </div>
        </CardHeader>
        <CardBody>
          <div className={styles.groups}>
            {applicable.map(group => (
              <ProfileGroup
                key={group}
                group={group}
                compliance={compliance}
                vocabulary={vocabulary}
                actions={actions}
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
