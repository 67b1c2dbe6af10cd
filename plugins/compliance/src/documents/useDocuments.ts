import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { complianceApiRef } from '../api';
import { forgetAnswer, forgetAnswers } from '../api/sharedAnswer';
import { useAnswer } from '../api/useAnswer';

const KEY = 'documents';
const MAX_AGE_MS = 10_000;

/** The register of documents, as far as the reader may see it. */
export function useDocuments() {
  return useAnswer({
    key: KEY,
    maxAge: MAX_AGE_MS,
    load: api => api.getDocuments(),
  });
}

/** Has the documents, and what they show of clauses, asked again. */
export function useForgetDocuments() {
  const api = useApi(complianceApiRef);
  return useCallback(() => {
    forgetAnswer(api, KEY);
    forgetAnswers(api, 'coverage:');
  }, [api]);
}
