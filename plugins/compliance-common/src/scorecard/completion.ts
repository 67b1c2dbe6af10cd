import {
  EffectiveProfile,
  facets,
  FieldEntry,
  fieldList,
  notApplicableReason,
  SourcedValue,
} from '../profile';
import { ScoredResult } from './score';

/**
 * How far the owners of an entity have come with its profile: nothing is
 * stated, some of what checks ask for, or all of it.
 *
 * @public
 */
export type Progress = 'untouched' | 'started' | 'complete';

/**
 * What is still to fill in, and what that is worth.
 *
 * @public
 */
export interface Completion {
  progress: Progress;
  /** Ids of unset fields that checks ask for, in the order of the checks. */
  missing: string[];
  /** Points that the score rises by at most when they are filled in, 0–100. */
  gain: number;
}

const byAnnotation = new Map(fieldList.map(field => [field.annotation, field]));

function isStated(profile: EffectiveProfile, field: FieldEntry): boolean {
  const values = profile[field.group] as Record<string, SourcedValue>;
  const value = values[field.name];
  return value !== undefined && value.source !== 'default';
}

/**
 * What the results of an entity tell about the completeness of its profile.
 *
 * @param options - each result with the annotations that would resolve it
 * @public
 */
export function completionOf(options: {
  profile: EffectiveProfile;
  results: (ScoredResult & { annotations?: string[] })[];
}): Completion {
  const { profile, results } = options;
  const missing = new Set<string>();
  let reachable = 0;
  let total = 0;
  for (const { status, weight, upcoming, annotations = [] } of results) {
    const counts = !upcoming && ['pass', 'fail', 'unknown'].includes(status);
    total += counts || (upcoming && status === 'pass') ? weight : 0;
    const asked =
      status === 'unknown'
        ? annotations
            .flatMap(annotation => byAnnotation.get(annotation) ?? [])
            .filter(
              field =>
                !isStated(profile, field) &&
                notApplicableReason(profile, field.group, field.name) ===
                  undefined,
            )
        : [];
    asked.forEach(({ id }) => missing.add(id));
    reachable += counts && asked.length > 0 ? weight : 0;
  }
  const isTouched = fieldList.some(
    field => facets.some(id => id === field.group) && isStated(profile, field),
  );
  const unfinished = isTouched ? 'started' : 'untouched';
  return {
    progress: missing.size === 0 ? 'complete' : unfinished,
    missing: [...missing],
    gain: total === 0 ? 0 : Math.round((reachable / total) * 1000) / 10,
  };
}
