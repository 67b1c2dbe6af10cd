import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { isErrorNamed } from '../api';
import { complianceTranslationRef } from '../translations';

/** What went wrong, in as far as something can be said about it. */
function kindOf(error: Error) {
  if (isErrorNamed(error, 'NotAllowedError')) {
    return 'not-allowed';
  }
  if (isErrorNamed(error, 'NotFoundError')) {
    return 'not-found';
  }
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) {
    return 'too-large';
  }
  const isGatewayError = statusCode && [502, 503, 504].includes(statusCode);
  // Browsers report a network that is gone as a TypeError.
  return isGatewayError ||
    isErrorNamed(error, 'ServiceUnavailableError') ||
    error.name === 'TypeError'
    ? 'unreachable'
    : undefined;
}

/** Says why something could not be saved, and that nothing is lost. */
export function SaveFailure(props: {
  error: Error;
  /** What to say of what is edited; a profile when left out. */
  reasons?: { 'not-allowed': string; 'not-found': string };
}) {
  const { error, reasons } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const kind = kindOf(error);

  function reason(): string {
    switch (kind) {
      case undefined:
        return error.message;
      case 'not-allowed':
      case 'not-found':
        return reasons?.[kind] ?? t(`edit.failure.${kind}`);
      default:
        return t(`edit.failure.${kind}`);
    }
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('edit.failure.title')}
      description={`${reason()} ${t('edit.failure.kept')}`}
    />
  );
}
