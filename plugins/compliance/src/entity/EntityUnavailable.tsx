import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import { ReactNode } from 'react';
import { AnswerState, EntityCompliance, isErrorNamed } from '../api';
import { ErrorAlert, Timestamp } from '../components';
import { complianceTranslationRef } from '../translations';

/** Says why there is nothing to show about an entity, and what to do. */
export function EntityUnavailable(props: {
  answer: AnswerState<EntityCompliance>;
  /** Shown while loading; as large as what will be shown. */
  skeleton: ReactNode;
}) {
  const { answer, skeleton } = props;
  const { value, error, loading, retry } = answer;
  const { t } = useTranslationRef(complianceTranslationRef);

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
  if (error) {
    return <ErrorAlert error={error} retry={retry} isRetrying={loading} />;
  }
  if (value?.state === 'out-of-scope') {
    return (
      <Alert
        role="status"
        icon
        title={t('state.outOfScopeTitle')}
        description={t('state.outOfScope')}
      />
    );
  }
  if (value?.state === 'not-seen') {
    const { catalogReadAt } = value;
    return (
      <Alert
        role="status"
        icon
        title={t('state.notSeenTitle')}
        description={
          <>
            {t('state.notSeen')}{' '}
            {catalogReadAt
              ? t('state.notSeenRead', {
                  time: <Timestamp value={catalogReadAt} />,
                })
              : t('state.notSeenNeverRead')}
          </>
        }
        customActions={
          <Button
            size="small"
            variant="secondary"
            onPress={retry}
            isPending={loading}
          >
            {t('state.reload')}
          </Button>
        }
      />
    );
  }
  return (
    <div aria-busy>
      <VisuallyHidden role="status">{t('state.loading')}</VisuallyHidden>
      {skeleton}
    </div>
  );
}
