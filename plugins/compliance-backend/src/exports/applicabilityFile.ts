import {
  ApplicabilityValues,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { BOM, csvLine } from './csv';

/** A statement, as it was approved or as it is drafted. */
export interface Statement {
  standard: Standard;
  about: 'controls' | 'clauses';
  /** Number of the approved version; absent for a draft. */
  version?: number;
  /** ISO 8601 timestamp. */
  approvedAt?: string;
  approvedBy?: string;
  entries: (ApplicabilityValues & { clause: string })[];
}

const headings = [
  'Standard',
  'Version',
  'Approved at',
  'Approved by',
  'Control',
  'Title',
  'Applicable',
  'Reasons',
  'Excluded because',
  'Implementation',
  'Owner',
  'Reviewed on',
  'Links',
  'Handled by',
];

const applicableText = { true: 'yes', false: 'no', undefined: 'undecided' };

/** Statements of Applicability, a line for each control. */
export function applicabilityFile(statements: Statement[]): string {
  return [
    BOM + csvLine(headings),
    ...statements.flatMap(({ standard, entries, ...statement }) => {
      const titles = new Map(
        standard.clauses.map(({ id, title }) => [id, title]),
      );
      return entries.map(entry =>
        csvLine([
          standard.title,
          statement.about === 'clauses'
            ? undefined
            : statement.version ?? 'draft',
          statement.approvedAt,
          statement.approvedBy,
          entry.clause,
          titles.get(entry.clause),
          statement.about === 'clauses'
            ? undefined
            : applicableText[`${entry.applicable}`],
          entry.reasons?.join(', '),
          entry.exclusion,
          entry.implementation,
          entry.owner,
          entry.reviewedOn,
          entry.links?.map(({ url }) => url).join(' '),
          entry.handledBy,
        ]),
      );
    }),
  ].join('');
}
