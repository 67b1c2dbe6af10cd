import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, DialogBody, DialogFooter } from '@backstage/ui';
import { isErrorNamed } from '../api';
import { ErrorAlert } from '../components';
import { complianceTranslationRef } from '../translations';

/** Says why there is no form, and how to go on. */
export function NotEditable(props: {
  /** Why nothing could be loaded; absent when it may not be edited. */
  error?: Error;
  retry(): void;
  isRetrying: boolean;
  hasNext: boolean;
  onLeave(way: 'close' | 'next'): void;
}) {
  const { error, retry, isRetrying, hasNext, onLeave } = props;
  const { t } = useTranslationRef(complianceTranslationRef);

  function explanation() {
    if (!error) {
      return (
        <Alert
          role="status"
          icon
          title={t('edit.readOnlyTitle')}
          description={t('edit.readOnly')}
        />
      );
    }
    if (isErrorNamed(error, 'NotAllowedError')) {
      return (
        <Alert
          role="status"
          icon
          title={t('state.notAllowedTitle')}
          description={t('state.notAllowed')}
        />
      );
    }
    if (isErrorNamed(error, 'NotFoundError')) {
      return (
        <Alert
          role="status"
          icon
          status="warning"
          title={t('edit.failure.not-found')}
        />
      );
    }
    return <ErrorAlert error={error} retry={retry} isRetrying={isRetrying} />;
  }

  return (
    <>
      <DialogBody>{explanation()}</DialogBody>
      <DialogFooter>
        {hasNext && (
          <Button variant="primary" onPress={() => onLeave('next')}>
            {t('edit.skip')}
          </Button>
        )}
        <Button variant="secondary" onPress={() => onLeave('close')}>
          {t('edit.close')}
        </Button>
      </DialogFooter>
    </>
  );
}
