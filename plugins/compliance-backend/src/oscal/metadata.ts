import { createHash } from 'node:crypto';
import { uuidOf } from './identifiers';

/** When and of what an export is made. */
export interface ExportContext {
  /** ISO 8601 timestamp. */
  now: string;
  /** What it is about, as one line. */
  subject: string;
  /** What it is about, the same for the same selection of services. */
  id: string;
  /** Version of the rules that judged. */
  rulesHash: string;
}

export const OSCAL_VERSION = '1.2.2';

const DISCLAIMER =
  'Made from the metadata of services by automated checks. It is not a statement of conformity. The makers are not affiliated with ISO or IEC; numbers and titles of clauses only, without their text.';

/** The metadata of a document. */
export function metadataOf(
  title: string,
  { now, subject, rulesHash }: ExportContext,
) {
  return {
    title: `${title}: ${subject}`,
    'last-modified': now,
    version: createHash('sha256').update(rulesHash).digest('hex').slice(0, 12),
    'oscal-version': OSCAL_VERSION,
    remarks: DISCLAIMER,
  };
}

/** The catalog of clauses, as other documents refer to it. */
export const catalogResource = {
  uuid: uuidOf('resource', 'catalog'),
  title: 'Clauses and controls of the standards',
  rlinks: [
    { href: 'catalog.json', 'media-type': 'application/oscal.catalog+json' },
  ],
};

/** The rules, as assessment results refer to them. */
export const rulesResource = {
  uuid: uuidOf('resource', 'rules'),
  title: 'Assessment plan: the checks of the compliance plugin',
};
