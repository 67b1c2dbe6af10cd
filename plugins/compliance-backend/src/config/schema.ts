import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  checkFacets,
  defaultLevels,
  defineStandard,
  isDate,
  isDuration,
} from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';
import * as defaults from './defaults';
import {
  catalogPredicate,
  entityPredicate,
  profilePredicate,
} from './predicates';

/*
 * The messages of this schema say what would be right, as the end of the
 * sentence "found …, expected …".
 */

/** A section of known keys; for an unknown one the message lists them. */
function section<S extends z.ZodRawShape>(shape: S) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? keys : `a section with ${keys}`,
  });
}

const list = <T extends z.ZodType>(item: T) => z.array(item, 'a list');
const text = z.string('a text').trim().min(1, 'a text');

/** Ids end up in labels, columns and URLs. */
const slug = z
  .string('a slug of lower-case letters, digits and dashes')
  .regex(
    /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
    'a slug of at most 63 lower-case letters, digits and dashes',
  );
const date = z
  .string('a date written YYYY-MM-DD')
  .refine(isDate, 'an existing date written YYYY-MM-DD');
const duration = z
  .string('an ISO 8601 duration, such as P2Y')
  .refine(
    value => isDuration(value) && /[1-9]/.test(value),
    'an ISO 8601 duration above zero, such as P2Y',
  );
const weight = z.number('a number above 0').positive('a number above 0');
const depth = z
  .number('a whole number from 1 to 5')
  .int('a whole number from 1 to 5')
  .min(1, 'a whole number from 1 to 5')
  .max(5, 'a whole number from 1 to 5');
const percent = z
  .number('a number from 0 to 100')
  .min(0, 'a number from 0 to 100')
  .max(100, 'a number from 0 to 100');

/** Reports ids that occur a second time. */
function distinctIds(
  items: { id: string }[],
  context: z.RefinementCtx<unknown>,
) {
  const ids = items.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) < index) {
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: 'an id that is not taken',
      });
    }
  });
}

const facet = section({ appliesTo: entityPredicate.optional() }).optional();
const inOrOut = z.enum(['in', 'out']).default('in');
const clauses = list(section({ standard: text, clause: text }));

const levels = list(
  section({
    id: slug.refine(
      id => !['unset', 'none'].includes(id),
      "a slug other than 'unset' and 'none', which stand for no score and no level",
    ),
    title: text,
    minScore: percent,
    requiredChecks: list(text).default([]),
  }),
).superRefine((rules, context) => {
  distinctIds(rules, context);
  rules.slice(1).forEach(({ minScore }, index) => {
    if (minScore <= rules[index].minScore) {
      context.addIssue({
        code: 'custom',
        path: [index + 1, 'minScore'],
        message: `a number above ${rules[index].minScore}, that of the level before`,
      });
    }
  });
});

const checkOverride = section({
  enabled: z.boolean('true or false').optional(),
  weight: weight.optional(),
  appliesTo: profilePredicate.optional(),
  enforcedFrom: date.optional(),
});

const declaredCheck = section({
  id: slug,
  title: text,
  description: text.optional(),
  facet: z.enum(checkFacets),
  weight: weight.default(1),
  clauses: clauses.default([]),
  remediation: text,
  annotations: list(text).optional(),
  appliesTo: profilePredicate.optional(),
  passes: profilePredicate,
});

const part = section({ id: text, title: text }).transform(
  ({ id, title }): [string, string] => [id, title],
);
const standard = section({
  id: slug,
  title: text,
  managementSystem: z.enum(['sms', 'isms']),
  clauses: list(part),
  themes: list(part).default([]),
  controls: list(part).default([]),
  evidencedByServices: list(text).default([]),
}).transform((value, context) => {
  try {
    return defineStandard(value);
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `numbers that occur once and have a parent (${
        toError(error).message
      })`,
    });
    return z.NEVER;
  }
});
const crosswalk = section({
  id: slug,
  source: text,
  target: text,
  relations: list(
    section({
      source: text,
      target: text,
      relationship: z
        .enum(['intersects-with', 'subset-of'])
        .default('intersects-with'),
      theme: text,
    }),
  ),
});

/** What is not given stays as it is by default. */
const schedule = section({
  frequency: z.unknown().default(defaults.schedule.frequency),
  timeout: z.unknown().default(defaults.schedule.timeout),
  initialDelay: z.unknown().default(defaults.schedule.initialDelay),
}).transform((value, context) => {
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      new ConfigReader({ ...value, scope: 'global' } as JsonObject),
    );
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `a schedule, such as { frequency: { minutes: 5 } } (${
        toError(error).message
      })`,
    });
    return z.NEVER;
  }
});

/** The section `compliance` of app-config. */
export const configSchema = section({
  scope: catalogPredicate.default(defaults.scope),
  suppliers: entityPredicate.default(defaults.suppliers),
  facets: section({
    serviceLevel: facet,
    information: facet,
    continuity: facet,
    supplier: facet,
  }).default({}),
  scopeDefaults: section({ sms: inOrOut, isms: inOrOut }).prefault({}),
  precedence: z.enum(['git', 'portal']).default('git'),
  // Read by `readVocabulary`, which other packages share.
  vocabulary: z.unknown().optional(),
  levels: levels.default(defaultLevels),
  checks: z
    .record(z.string(), checkOverride, 'a section by check id')
    .default({}),
  declaredChecks: list(declaredCheck).superRefine(distinctIds).default([]),
  standards: list(standard).superRefine(distinctIds).default([]),
  crosswalks: list(crosswalk).superRefine(distinctIds).default([]),
  schedule: schedule.prefault({}),
  historyRetention: duration.default(defaults.historyRetention),
  supplierRisk: section({
    depth: depth.default(defaults.supplierRiskDepth),
  }).prefault({}),
});

/** A declared check as app-config has it. */
export type DeclaredCheck = z.output<typeof declaredCheck>;
