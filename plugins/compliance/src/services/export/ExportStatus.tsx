import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import { errorMessage } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { useExport } from './useExport';

/** How an export goes, and why it failed. */
export function ExportStatus(props: { state: ReturnType<typeof useExport> }) {
  const { isPending, saved, error, dismiss } = props.state;
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
          title={t('services.export.failed')}
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
