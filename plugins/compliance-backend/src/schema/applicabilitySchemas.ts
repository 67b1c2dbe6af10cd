import {
  applicabilityFields,
  implementationStatuses,
  inclusionReasons,
} from '@service-compliance/backstage-plugin-compliance-common';
import { arrayOf, count, flag, object, ref, text } from './shapes';

const number = { type: 'integer', minimum: 1 } as const;

/** What a statement says about a control or clause. */
const values = {
  applicable: flag,
  reasons: arrayOf({ type: 'string', enum: inclusionReasons } as const),
  exclusion: text,
  implementation: { type: 'string', enum: implementationStatuses },
  owner: text,
  links: arrayOf(object(['url'], { url: text, title: text })),
  reviewedOn: text,
  handledBy: text,
} as const satisfies Record<(typeof applicabilityFields)[number], object>;

const version = {
  number,
  approvedAt: text,
  approvedBy: text,
  note: text,
  applicable: count,
  excluded: count,
} as const;
const versionNeeds = [
  'number',
  'approvedAt',
  'approvedBy',
  'applicable',
  'excluded',
] as const;

const error = object(['name', 'message'], { name: text, message: text });

const conflict = <Name extends string>(current: Name) =>
  ({
    type: 'object',
    required: ['error', 'current'],
    properties: { error, current: ref(current) },
  } as const);

/** The schemas of answers about Statements of Applicability. */
export const applicabilitySchemas = {
  Applicability: object(
    [
      'standard',
      'about',
      'etag',
      'entries',
      'versions',
      'mayUpdate',
      'mayApprove',
    ],
    {
      standard: text,
      about: { type: 'string', enum: ['controls', 'clauses'] },
      etag: text,
      entries: arrayOf(ref('ApplicabilityEntry')),
      versions: arrayOf(ref('ApplicabilityVersion')),
      mayUpdate: flag,
      mayApprove: flag,
    },
  ),
  ApplicabilityEntry: object(['clause', 'etag'], {
    clause: text,
    ...values,
    etag: text,
    changedAt: text,
    changedBy: text,
  }),
  ApplicabilityVersion: object(versionNeeds, version),
  ApplicabilityVersionContent: object(
    [...versionNeeds, 'standard', 'entries'],
    {
      ...version,
      standard: text,
      entries: arrayOf(object(['clause'], { clause: text, ...values })),
    },
  ),
  ApplicabilityEntryConflict: conflict('ApplicabilityEntry'),
  ApplicabilityConflict: conflict('Applicability'),
} as const;
