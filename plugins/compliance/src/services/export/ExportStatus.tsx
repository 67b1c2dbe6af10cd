import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import { errorMessage } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { useDownload } from './useDownload';

/** How an export goes, and why it failed. */
export function ExportStatus(props: {
  state: Omit<ReturnType<typeof useDownload>, 'start'>;
  /** What is said when it failed, before the reason. */
  failedTitle: string;
}) {
  const { state, failedTitle } = props;
  const { isPending, saved, error, dismiss } = state;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <>
      <VisuallyHidden role="status">
        {isPending && t('services.export.pending')}
        {saved && t('services.export.saved', { file: saved })}
      </VisuallyHidden>
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={failedTitle}
          description={errorMessage(error)}
          customActions={
            <Button size="small" variant="secondary" onPress={dismiss}>
              {t('services.export.dismiss')}
            </Button>
          }
        />
      )}
    </>
  );
}
