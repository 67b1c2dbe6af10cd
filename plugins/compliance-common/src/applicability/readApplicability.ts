import { z } from 'zod';
import { FieldError } from '../client';
import { isDate } from '../profile';
import { entityType, readLink } from '../profile/types/scalars';
import { defaultVocabulary } from '../vocabulary';
import { StatementSubject } from './statementSubject';
import { ApplicabilityValues } from './types';

/**
 * All reasons to apply a control, in the order they are shown.
 *
 * @public
 */
export const inclusionReasons = [
  'risk-treatment',
  'legal-or-contractual',
  'business-requirement',
] as const;

/**
 * All implementation statuses, from the lowest to the highest.
 *
 * @public
 */
export const implementationStatuses = [
  'not-started',
  'planned',
  'partial',
  'implemented',
] as const;

const MAX_LINKS = 20;
const DATE = 'expected an existing date written YYYY-MM-DD';
const LINK = 'expected an http or https address';
const LINKS = `expected a list of at most ${MAX_LINKS} links`;
const OWNER = `expected ${entityType.describe(defaultVocabulary)}`;
const ITEM = 'expected a link with url and, if need be, title';

const oneOf = <const Ids extends readonly string[]>(ids: Ids) =>
  z.enum(ids, `expected one of ${ids.join(', ')}`);

const textOf = (max: number, expected: string) =>
  z.string(expected).trim().min(1, expected).max(max, expected);

const lineOf = (max: number) => {
  const expected = `expected one line of at most ${max} characters`;
  return textOf(max, expected).regex(/^[^\r\n]*$/, expected);
};

/** A list without items says nothing. */
const unlessEmpty = <T>(items: T[]) => (items.length > 0 ? items : undefined);

/** In the order in which statements are stored and compared. */
const shape = {
  applicable: z.boolean('expected true or false'),
  reasons: z
    .array(oneOf(inclusionReasons), 'expected a list of reasons')
    .transform(given =>
      unlessEmpty(inclusionReasons.filter(reason => given.includes(reason))),
    ),
  exclusion: textOf(2000, 'expected a text of at most 2,000 characters'),
  implementation: oneOf(implementationStatuses),
  owner: z.string(OWNER).transform((text, context) => {
    const read = entityType.parse(text.trim(), defaultVocabulary);
    if ('value' in read) {
      return read.value;
    }
    context.addIssue({ code: 'custom', message: OWNER });
    return z.NEVER;
  }),
  links: z
    .array(
      z.strictObject(
        {
          url: z
            .string(LINK)
            .trim()
            .refine(text => readLink(text) !== undefined, LINK),
          title: lineOf(200).optional(),
        },
        ITEM,
      ),
      LINKS,
    )
    .max(MAX_LINKS, LINKS)
    .transform(unlessEmpty),
  reviewedOn: z.string(DATE).refine(isDate, DATE),
  handledBy: lineOf(200),
} satisfies Record<keyof ApplicabilityValues, z.ZodType>;

/**
 * The names of all values, in the order in which they are compared.
 *
 * @public
 */
export const applicabilityFields = Object.keys(
  shape,
) as readonly (keyof ApplicabilityValues)[];

const schema = z.strictObject(shape).partial();

/**
 * Reads what a statement is to say about a control or clause, as a form, an API
 * client or app-config has it.
 *
 * @param options - what the statement is about, and the ISO 8601 date after
 * which nothing can have been reviewed
 * @returns the values in the form they are stored in, and what is wrong with
 * them; they are not to be used when something is.
 * @public
 */
export function readApplicability(
  given: unknown,
  options: { about: StatementSubject['about']; today?: string },
): { values: ApplicabilityValues; errors: FieldError[] } {
  const parsed = schema.safeParse(given);
  const errors = (parsed.error?.issues ?? []).flatMap(toFieldErrors);
  if (typeof given === 'object' && given !== null) {
    const refused = new Set(errors.map(({ field }) => field));
    errors.push(
      ...brokenRules(given, options).filter(({ field }) => !refused.has(field)),
    );
  }
  const values = Object.entries(parsed.data ?? {}).filter(
    ([, value]) => value !== undefined,
  );
  return { values: Object.fromEntries(values), errors };
}

function toFieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const [field = '', ...path] = issue.path as (string | number)[];
  if (issue.code === 'unrecognized_keys' && field === '') {
    return issue.keys.map(key => ({
      field: key,
      path: [],
      message: `expected one of the fields ${applicabilityFields.join(', ')}`,
    }));
  }
  const message =
    field === '' ? 'expected an object with values' : issue.message;
  return [{ field: String(field), path, message }];
}

/** What values have to do with each other and with what they are about. */
function brokenRules(
  given: object,
  options: { about: StatementSubject['about']; today?: string },
): FieldError[] {
  const { applicable, reviewedOn } = given as Record<string, unknown>;
  const set = applicabilityFields.filter(name => {
    const value = (given as Record<string, unknown>)[name];
    return value !== undefined && !(Array.isArray(value) && value.length === 0);
  });
  const error = (field: string, message: string) => [
    { field, path: [], message },
  ];
  const without = (
    names: readonly (keyof ApplicabilityValues)[],
    because: string,
  ) =>
    set
      .filter(name => names.includes(name))
      .flatMap(name => error(name, `expected nothing, because ${because}`));
  const needs = (name: keyof ApplicabilityValues, expected: string) =>
    set.includes(name) ? [] : error(name, `expected ${expected}`);

  if (options.about === 'clauses') {
    return without(
      applicabilityFields.filter(name => name !== 'handledBy'),
      'a clause always applies: a statement only tells who else handles it',
    );
  }
  return [
    ...without(
      ['handledBy'],
      'a control is applied or excluded: only clauses are handled by another party',
    ),
    ...(applicable === true
      ? [
          ...needs(
            'reasons',
            `at least one reason why it is applied: ${inclusionReasons.join(
              ', ',
            )}`,
          ),
          ...needs(
            'implementation',
            `how far it is implemented: ${implementationStatuses.join(', ')}`,
          ),
          ...without(['exclusion'], 'the control is applicable'),
        ]
      : []),
    ...(applicable === false
      ? [
          ...needs('exclusion', 'the reason why it is excluded'),
          ...without(['reasons', 'implementation'], 'the control is excluded'),
        ]
      : []),
    ...(typeof reviewedOn === 'string' &&
    options.today !== undefined &&
    reviewedOn > options.today
      ? error('reviewedOn', `expected a date up to today, ${options.today}`)
      : []),
  ];
}
