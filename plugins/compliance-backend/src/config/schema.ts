import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  checkFacets,
  defaultLevels,
  documentShape,
  isDate,
  isDuration,
} from '@service-compliance/backstage-plugin-compliance-common';
import { z } from 'zod';
import { MAX_DOCUMENTS } from '../documents/limits';
import * as defaults from './defaults';
import { list, section, slug, text } from './parts';
import {
  catalogPredicate,
  entityPredicate,
  profilePredicate,
} from './predicates';

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

/** Whether the clauses exist is looked up when all standards are known. */
const documents = list(section({ id: slug, ...documentShape }))
  .max(MAX_DOCUMENTS, `at most ${MAX_DOCUMENTS} documents`)
  .superRefine(distinctIds);

/** What the entries say is read when all standards are known. */
const statement = section({
  standard: text,
  entries: z.record(z.string(), z.unknown(), 'entries by number').default({}),
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
  standards: list(
    z.string('the path of a YAML file').min(1, 'the path of a YAML file'),
  ).default([]),
  applicability: list(statement).default([]),
  documents: documents.default([]),
  schedule: schedule.prefault({}),
  historyRetention: duration.default(defaults.historyRetention),
  supplierRisk: section({
    depth: depth.default(defaults.supplierRiskDepth),
  }).prefault({}),
});

/** A declared check as app-config has it. */
export type DeclaredCheck = z.output<typeof declaredCheck>;
