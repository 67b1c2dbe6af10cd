import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import { ComplianceApi } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useReducer } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { complianceApiRef } from './complianceApiRef';
import { forgetAnswer, onAnswerChange, sharedAnswer } from './sharedAnswer';

/** What became of a question to the backend. */
export interface AnswerState<T> {
  /** Stays while it is asked again. */
  value?: T;
  error?: Error;
  loading: boolean;
  /** Asks again, past what is remembered. */
  retry: () => void;
}

/**
 * Asks the backend and shares the answer with every component that asks the
 * same within `maxAge` milliseconds. The key must say everything that the
 * answer depends on.
 */
export function useAnswer<T>(options: {
  key: string;
  maxAge: number;
  load: (api: ComplianceApi) => Promise<T>;
}): AnswerState<T> {
  const { key, maxAge, load } = options;
  const api = useApi(complianceApiRef);
  const [attempt, askAgain] = useReducer((count: number) => count + 1, 0);

  const state = useAsync(async () => {
    try {
      return { key, value: await sharedAnswer({ api, key, maxAge, load }) };
    } catch (error) {
      return { key, error: toError(error) };
    }
  }, [api, key, attempt]);

  useEffect(() => onAnswerChange(api, key, askAgain), [api, key]);

  // The answer to an earlier question says nothing about this one.
  const answer: { value?: T; error?: Error } =
    state.value?.key === key ? state.value : {};
  return {
    value: answer.value,
    error: answer.error,
    loading: state.loading || state.value?.key !== key,
    retry: () => forgetAnswer(api, key),
  };
}
