import { EntityCoverageResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useRef } from 'react';
import { AnswerState } from '../../api';
import { useAnswer } from '../../api/useAnswer';

const MAX_AGE_MS = 10_000;

/**
 * Coverage of all standards by an entity. What was said of an earlier version
 * of its profile stays until the answer is there.
 */
export function useEntityCoverage(
  entityRef: string,
  version: string,
): AnswerState<EntityCoverageResponse> {
  const answer = useAnswer({
    key: `coverage:${entityRef}:${version}`,
    maxAge: MAX_AGE_MS,
    load: api => api.getEntityCoverage(entityRef),
  });
  const known = useRef(answer.value);
  known.current = answer.value ?? known.current;
  return { ...answer, value: known.current };
}
