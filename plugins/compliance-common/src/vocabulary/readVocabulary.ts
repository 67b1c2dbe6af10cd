import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { isDuration } from '../profile/duration';
import { dataAccessScale, defaultVocabulary } from './defaults';
import { Scales, Vocabulary } from './types';

// Ids become values of labels, for which Kubernetes' rules hold, and `unset`
// is what a label says when there is no value.
const levelShape = {
  id: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/, {
      error: 'expected a slug of lower-case letters, digits and dashes',
    })
    .refine(id => id !== 'unset', {
      error: "expected another word than 'unset', which stands for no value",
    }),
  title: z.string().trim().min(1),
  description: z.string().default(''),
};
const duration = z.string().refine(isDuration, {
  error: 'expected an ISO 8601 duration, such as PT4H or P1D',
});

function scaleSchema<S extends z.ZodRawShape>(shape: S) {
  return z
    .array(z.strictObject({ ...levelShape, ...shape }))
    .min(1, { error: 'expected at least one level' })
    .superRefine((levels, context) => {
      const ids = levels.map(level => (level as { id: string }).id);
      ids.forEach((id, index) => {
        if (ids.indexOf(id) < index) {
          context.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `expected an id that no other level has`,
          });
        }
      });
    })
    .optional();
}

const levels = scaleSchema({});

// The scales `scope` and `dependencies` are part of the code.
const vocabularySchema = z.strictObject({
  scales: z
    .strictObject({
      serviceTier: scaleSchema({
        availability: z.number().positive().max(100),
        supportHours: z.string(),
      }),
      supportHours: levels,
      classification: levels,
      personalData: levels,
      continuityTier: scaleSchema({
        rto: duration,
        rpo: duration,
        mtpd: duration,
        testEvery: duration,
      }),
      testKind: levels,
      testResult: levels,
      supplierKind: levels,
      criticality: scaleSchema({ assessEvery: duration }),
      risk: levels,
      dataAccess: levels,
      substitutability: levels,
    })
    .default({}),
  ciaMaximum: z.int().min(2).max(10).default(defaultVocabulary.ciaMaximum),
  reviewEvery: duration.default(defaultVocabulary.reviewEvery),
});

function valueAt(data: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}

const format = (path: PropertyKey[]) =>
  path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('');

/**
 * Completes a vocabulary: scales that are given replace the default ones, the
 * others stay as they are. When the classification is given and the data access
 * is not, the data access follows it, see {@link dataAccessScale}.
 *
 * @param data - the section `compliance.vocabulary` of app-config
 * @throws InputError with the path, the value and what would be right.
 * @public
 */
export function readVocabulary(data: unknown): Vocabulary {
  const parsed = vocabularySchema.safeParse(data ?? {});
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const value = JSON.stringify(valueAt(data, path))?.slice(0, 80);
      return `compliance.vocabulary${format(path)}: found ${value}, ${message}`;
    });
    throw new InputError(problems.join('\n'));
  }
  const { scales: given, ...rest } = parsed.data;
  const scales: Scales = { ...defaultVocabulary.scales };
  Object.assign(scales, given);
  if (given.classification && !given.dataAccess) {
    scales.dataAccess = dataAccessScale(given.classification);
  }
  const hours = scales.supportHours.map(({ id }) => id);
  scales.serviceTier.forEach(({ supportHours }, index) => {
    if (!hours.includes(supportHours)) {
      throw new InputError(
        `compliance.vocabulary.scales.serviceTier[${index}].supportHours: ` +
          `found "${supportHours}", expected one of ${hours.join(', ')}`,
      );
    }
  });
  return { ...rest, scales };
}
