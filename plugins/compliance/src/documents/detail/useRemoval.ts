import { toError } from '@backstage/errors';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EditConflictError,
  RegisteredDocument,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { complianceApiRef } from '../../api';
import { errorMessage } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { useForgetDocuments } from '../useDocuments';

/** Removes a document, or what the portal says about it, once confirmed. */
export function useRemoval(
  document: RegisteredDocument,
  onRemoved: () => void,
) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const api = useApi(complianceApiRef);
  const forgetDocuments = useForgetDocuments();
  const [step, setStep] = useState<'none' | 'asked' | 'pending'>('none');
  /** Why it was not removed. */
  const [failure, setFailure] = useState<string>();

  return {
    step,
    failure,
    ask() {
      setFailure(undefined);
      setStep('asked');
    },
    keep: () => setStep('none'),
    async confirm() {
      setStep('pending');
      try {
        await api.removeDocument(document);
      } catch (error) {
        setStep('none');
        if (error instanceof EditConflictError) {
          setFailure(t('documents.removal.conflict'));
          forgetDocuments();
        } else {
          setFailure(errorMessage(toError(error)));
        }
        return;
      }
      setStep('none');
      forgetDocuments();
      onRemoved();
    },
  };
}
