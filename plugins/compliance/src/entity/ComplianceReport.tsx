import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { CoverageSection } from '../coverage/entity/CoverageSection';
import { DependenciesSection } from '../dependencies';
import { FacetEditDialog } from '../edit';
import { ScorecardPrint, usePrintView } from '../print';
import { Conflicts, HistorySection, Notice } from '../record';
import { complianceTranslationRef } from '../translations';
import styles from './ComplianceReport.module.css';
import { ProfileSection } from './profile/ProfileSection';
import { ReportHeader } from './ReportHeader';
import { ScorecardSection } from './scorecard/ScorecardSection';
import { UnusableValues } from './UnusableValues';
import { useChanges } from './useChanges';
import { useEditTarget } from './useEditTarget';

/** Everything about the compliance of a known entity. */
export function ComplianceReport(props: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
  reload: () => void;
  isReloading: boolean;
}) {
  const { compliance, vocabulary, reload, isReloading } = props;
  const { entityRef, mayUpdate, profile } = compliance;
  const { t } = useTranslationRef(complianceTranslationRef);
  const editor = useEditTarget(compliance, vocabulary);
  const print = usePrintView('scorecard');
  const { actions, onSaved, notice, dismiss } = useChanges({
    compliance,
    vocabulary,
    isEditing: editor.target !== undefined,
  });

  return (
    <div className={styles.root}>
      <div className={styles.sections}>
        <ReportHeader
          compliance={compliance}
          levels={vocabulary.levels}
          reload={reload}
          isReloading={isReloading}
          onPrint={print.open}
        />
        {editor.isRefused && (
          <Alert
            role="status"
            icon
            title={t('record.notAllowedTitle')}
            description={t('record.notAllowed')}
          />
        )}
        <UnusableValues
          errors={profile.errors}
          mayUpdate={mayUpdate}
          vocabulary={vocabulary}
        />
        {mayUpdate && (
          <Conflicts
            compliance={compliance}
            vocabulary={vocabulary}
            actions={actions}
          />
        )}
        <div className={styles.columns}>
          <ScorecardSection compliance={compliance} vocabulary={vocabulary} />
          <ProfileSection
            compliance={compliance}
            vocabulary={vocabulary}
            actions={actions}
          />
        </div>
        <CoverageSection compliance={compliance} />
        <DependenciesSection compliance={compliance} vocabulary={vocabulary} />
        <HistorySection compliance={compliance} vocabulary={vocabulary} />
        <p className={styles.disclaimer}>{t('score.disclaimer')}</p>
      </div>
      {print.isOpen && (
        <ScorecardPrint
          compliance={compliance}
          vocabulary={vocabulary}
          onClose={print.close}
        />
      )}
      <Notice notice={notice} dismiss={dismiss} />
      {editor.target && (
        <FacetEditDialog
          key={editor.target.group}
          entityRef={entityRef}
          group={editor.target.group}
          field={editor.target.field}
          onClose={editor.close}
          onSaved={onSaved}
        />
      )}
    </div>
  );
}
