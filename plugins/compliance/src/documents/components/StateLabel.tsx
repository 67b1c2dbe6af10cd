import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiAlarmWarningFill,
  RiCheckboxCircleFill,
  RiDraftLine,
} from '@remixicon/react';
import {
  addDuration,
  DocumentState,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './StateLabel.module.css';

const icons: Record<DocumentState, RemixiconComponentType> = {
  current: RiCheckboxCircleFill,
  draft: RiDraftLine,
  overdue: RiAlarmWarningFill,
};

/** How a document stands, in words with an icon. */
export function StateLabel(props: {
  document: Pick<RegisteredDocument, 'state' | 'approvedOn' | 'nextReviewOn'>;
}) {
  const { state, approvedOn, nextReviewOn } = props.document;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date } = useFormats();
  const Icon = icons[state];

  function words(): string {
    if (state === 'overdue' && nextReviewOn) {
      // On the day of the review itself it is current.
      const since = addDuration(nextReviewOn, 'P1D');
      return t('documents.state.overdueSince', { date: date(since) });
    }
    return state === 'draft' && approvedOn
      ? t('documents.state.draftUntil', { date: date(approvedOn) })
      : t(`documents.state.${state}`);
  }
  return (
    <span className={styles.root}>
      <Icon aria-hidden size={18} className={styles.icon} data-state={state} />
      <span>{words()}</span>
    </span>
  );
}
