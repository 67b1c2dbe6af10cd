import { useApi } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { complianceApiRef } from '../api';
import { forgetAnswer } from '../api/sharedAnswer';
import { useAnswer } from '../api/useAnswer';

const MAX_AGE_MS = 10_000;
/** A version never changes. */
const VERSION_MAX_AGE_MS = 60 * 60 * 1000;

const keyOf = (standard: string) => `applicability:${standard}`;

/** The draft of a statement and what was approved. */
export function useStatement(standard: string) {
  return useAnswer({
    key: keyOf(standard),
    maxAge: MAX_AGE_MS,
    load: api => api.getApplicability(standard),
  });
}

/** Has the statement asked again wherever it is shown, e.g. after an edit. */
export function useForgetStatement() {
  const api = useApi(complianceApiRef);
  return useCallback(
    (standard: string) => forgetAnswer(api, keyOf(standard)),
    [api],
  );
}

/** An approved version; without a number there is none. */
export function useVersion(standard: string, number: number | undefined) {
  return useAnswer({
    key: `${keyOf(standard)}:${number}`,
    maxAge: VERSION_MAX_AGE_MS,
    load: async api =>
      number === undefined
        ? undefined
        : api.getApplicabilityVersion({ standard, number }),
  });
}
