import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';

/** When a document has to be reviewed, as its distance from today. */
export function ReviewDate(props: {
  document: Pick<RegisteredDocument, 'approvedOn' | 'nextReviewOn'>;
}) {
  const { approvedOn, nextReviewOn } = props.document;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, relativeDate } = useFormats();
  if (nextReviewOn === undefined) {
    return <>{approvedOn ? t('documents.noReview') : t('documents.notSet')}</>;
  }
  return (
    <time dateTime={nextReviewOn}>
      {t('documents.reviewDate', {
        relative: relativeDate(nextReviewOn),
        date: date(nextReviewOn),
      })}
    </time>
  );
}
