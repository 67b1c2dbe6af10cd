import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { InvalidValuesError } from '@service-compliance/backstage-plugin-compliance-common';
import { isErrorNamed } from '../../api';
import { errorMessage } from '../../components';
import { complianceTranslationRef } from '../../translations';

/** Says why a draft could not be approved, in the words of the backend. */
export function ApprovalFailure(props: { error: Error }) {
  const { error } = props;
  const { t } = useTranslationRef(complianceTranslationRef);

  function description() {
    if (isErrorNamed(error, 'NotAllowedError')) {
      return t('applicability.approve.notAllowed');
    }
    if (error instanceof InvalidValuesError) {
      const fields = error.fields.map(
        ({ field, message }) => `${field}: ${message}`,
      );
      return [error.message, ...fields].join('. ');
    }
    return errorMessage(error);
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('applicability.approve.failed')}
      description={description()}
    />
  );
}
