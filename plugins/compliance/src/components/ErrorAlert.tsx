import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { complianceTranslationRef } from '../translations';
import { errorMessage } from './errorMessage';

/** Says what went wrong and offers to try again. */
export function ErrorAlert(props: {
  error: Error;
  retry: () => void;
  isRetrying?: boolean;
}) {
  const { error, retry, isRetrying } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('state.errorTitle')}
      description={errorMessage(error)}
      customActions={
        <Button
          size="small"
          variant="secondary"
          onPress={retry}
          isPending={isRetrying}
        >
          {t('state.retry')}
        </Button>
      }
    />
  );
}
