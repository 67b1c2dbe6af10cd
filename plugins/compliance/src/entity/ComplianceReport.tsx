import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import { AnnotationErrors } from './AnnotationErrors';
import styles from './ComplianceReport.module.css';
import { ProfileSection } from './profile/ProfileSection';
import { ReportHeader } from './ReportHeader';
import { ScorecardSection } from './scorecard/ScorecardSection';

/** Everything about the compliance of a known entity. */
export function ComplianceReport(props: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
  reload: () => void;
  isReloading: boolean;
}) {
  const { compliance, vocabulary, reload, isReloading } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div className={styles.root}>
      <ReportHeader
        compliance={compliance}
        levels={vocabulary.levels}
        reload={reload}
        isReloading={isReloading}
      />
      <AnnotationErrors errors={compliance.profile.errors} />
      <div className={styles.columns}>
        <ScorecardSection compliance={compliance} />
        <ProfileSection compliance={compliance} vocabulary={vocabulary} />
      </div>
      <p className={styles.disclaimer}>{t('score.disclaimer')}</p>
    </div>
  );
}
