import { TodoResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useRef } from 'react';
import { AnswerState } from '../api';
import { useAnswer } from '../api/useAnswer';
import { todoEntities } from './todoQuery';

const MAX_AGE_MS = 10_000;
const CARD_SERVICES = 3;

/**
 * What is due soon, and how far the reader's teams are. What was known stays
 * when it is asked again in vain, as after an edit.
 */
export function useTodo(): AnswerState<TodoResponse> {
  const answer = useAnswer({
    key: 'todo',
    maxAge: MAX_AGE_MS,
    load: api => api.getTodo(),
  });
  const known = useRef(answer.value);
  known.current = answer.value ?? known.current;
  return { ...answer, value: known.current };
}

/** The few services that are completed most profitably. */
export function useTopServices() {
  return useAnswer({
    key: 'todo:top',
    maxAge: MAX_AGE_MS,
    load: api =>
      api.queryEntities({
        ...todoEntities({ showsCompleted: false }),
        limit: CARD_SERVICES,
      }),
  });
}
