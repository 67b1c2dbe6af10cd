import { StandardResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { sharedAnswer } from './sharedAnswer';
import { AnswerState, useAnswer } from './useAnswer';

const MAX_AGE_MS = 10 * 60 * 1000;

/** Every standard with its clauses; they change with the configuration only. */
export function useAllStandards(): AnswerState<StandardResponse[]> {
  return useAnswer({
    key: 'allStandards',
    maxAge: MAX_AGE_MS,
    load: async api => {
      const { items } = await api.getStandards();
      return Promise.all(
        items.map(({ id }) =>
          sharedAnswer({
            api,
            key: `standard:${id}`,
            maxAge: MAX_AGE_MS,
            load: () => api.getStandard(id),
          }),
        ),
      );
    },
  });
}
