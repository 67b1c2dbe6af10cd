import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityResponse,
  FieldGroup,
  notApplicableReason,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { SourceTag } from '../../components';
import { sourcedIn } from '../../profile';
import { CleanUp, hasReachedGit, ProfileActions } from '../../record';
import { complianceTranslationRef } from '../../translations';
import { GroupActions } from './GroupActions';
import { ProfileFields } from './ProfileFields';
import styles from './ProfileGroup.module.css';

/** The values of one facet, and what is not set or does not apply. */
export function ProfileGroup(props: {
  group: FieldGroup;
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
  actions: ProfileActions;
}) {
  const { group, compliance, vocabulary, actions } = props;
  const { profile, mayUpdate } = compliance;
  const { t } = useTranslationRef(complianceTranslationRef);
  const reason = notApplicableReason(profile, group);
  const mark = sourcedIn(profile, { group, name: 'notApplicable' });

  return (
    <section>
      <div className={styles.header}>
        <h3 className={styles.heading}>{t(`facet.${group}`)}</h3>
        {mayUpdate && (
          <GroupActions
            group={group}
            compliance={compliance}
            actions={actions}
          />
        )}
      </div>
      {mayUpdate && hasReachedGit(compliance, group) && (
        <CleanUp group={group} actions={actions} />
      )}
      {reason === undefined ? (
        <ProfileFields
          group={group}
          compliance={compliance}
          vocabulary={vocabulary}
        />
      ) : (
        <p className={styles.excluded}>
          {t('record.notApplicable.reason', { reason })}
          {mark && <SourceTag source={mark.source} />}
        </p>
      )}
    </section>
  );
}
