import {
  CoverageQuery,
  CoverageResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useRef } from 'react';
import { AnswerState } from '../api';
import { useAnswer } from '../api/useAnswer';

const MAX_AGE_MS = 10_000;

/**
 * Coverage of standards by the same services. What was asked for other services
 * stays until the answer is there.
 */
export function useCoverage(
  standards: string[],
  services: Omit<CoverageQuery, 'standard'>,
): AnswerState<CoverageResponse[]> {
  const answer = useAnswer({
    key: `coverage:${JSON.stringify([standards, services])}`,
    maxAge: MAX_AGE_MS,
    load: api =>
      Promise.all(
        standards.map(standard => api.getCoverage({ ...services, standard })),
      ),
  });
  const known = useRef(answer.value);
  const isOfThese =
    known.current?.map(({ standard }) => standard).join(' ') ===
    standards.join(' ');
  known.current = answer.value ?? (isOfThese ? known.current : undefined);
  return { ...answer, value: known.current };
}
