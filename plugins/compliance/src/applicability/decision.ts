import { ApplicabilityValues } from '@service-compliance/backstage-plugin-compliance-common';

/** What can be decided about a control. */
export const decisions = ['yes', 'no', 'undecided'] as const;

/** One of {@link decisions}. */
export type Decision = (typeof decisions)[number];

/** Whether a control is applicable, or that nobody decided. */
export function decisionOf({
  applicable,
}: Pick<ApplicabilityValues, 'applicable'>): Decision {
  if (applicable === undefined) {
    return 'undecided';
  }
  return applicable ? 'yes' : 'no';
}
