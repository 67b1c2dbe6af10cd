import { JsonObject } from '@backstage/types';
import { MirroredEntity } from '../../catalog/types';
import { entity, setUp, Surroundings } from './facts';

/** An entity, and what a check should say about it. */
export interface Case extends Surroundings {
  /** Annotations without the prefix `compliance/`. */
  declares?: Record<string, string>;
  /** The entity in other respects. */
  is?: Partial<MirroredEntity>;
  /** The section `compliance` of app-config. */
  config?: JsonObject;
  /** Absent when the check must not say anything. */
  status?: string;
  finding?: string;
  dueOn?: string;
}

const defaults = setUp();

/**
 * Rows for `it.each`: the id of a check, what it should say, and a function
 * that tells what it says.
 */
export function casesOf(
  cases: Record<string, Case[]>,
  subject: typeof entity = entity,
) {
  return Object.entries(cases).flatMap(([checkId, items]) =>
    items.map(item => {
      const { declares, is, config, status, finding, dueOn, ...around } = item;
      const judge = () => {
        const result = (config ? setUp(config) : defaults).judge(
          checkId,
          subject({ ...is, declares }),
          around,
        );
        return {
          status: result?.status,
          finding: result?.finding,
          dueOn: result?.dueOn,
        };
      };
      return [checkId, { status, finding, dueOn }, judge] as const;
    }),
  );
}
