import {
  ClauseFacts,
  CoverageResponse,
  coverageStates,
  ServiceStandardCoverage,
  Standard,
} from '@service-compliance/backstage-plugin-compliance-common';
import { BOM, Cell, csvLine } from './csv';

const factHeadings = [
  'Documents',
  'Document state',
  'Excluded because',
  'Handled by',
  'Checks',
];

const factCells = (clause: ClauseFacts): Cell[] => [
  clause.organisation?.documents.map(({ title }) => title).join('; '),
  clause.organisation?.state,
  clause.excluded,
  clause.handledBy,
  clause.checks.join(', '),
];

/** Number, title and kind of a clause. */
function namer({ title, clauses }: Standard) {
  const byId = new Map(clauses.map(clause => [clause.id, clause]));
  return (id: string): Cell[] => [
    title,
    id,
    byId.get(id)?.title,
    byId.get(id)?.kind,
  ];
}

const nameHeadings = ['Standard', 'Clause', 'Title', 'Kind', 'Shown by'];

/** How many services cover each clause of a standard. */
export function coverageFile(
  standard: Standard,
  coverage: CoverageResponse,
): string {
  const nameOf = namer(standard);
  return [
    BOM +
      csvLine([
        ...nameHeadings,
        'Services in scope',
        ...coverageStates,
        ...factHeadings,
      ]),
    ...coverage.clauses.map(clause =>
      csvLine([
        ...nameOf(clause.clause),
        clause.evidence,
        coverage.services,
        ...coverageStates.map(state => clause.counts[state]),
        ...factCells(clause),
      ]),
    ),
  ].join('');
}

/** How one service covers each clause of a standard. */
export function serviceCoverageFile(
  standard: Standard,
  entityRef: string,
  coverage: ServiceStandardCoverage,
): string {
  const nameOf = namer(standard);
  return [
    BOM +
      csvLine([
        'Service',
        ...nameHeadings,
        'In scope',
        'State',
        'Indicated by',
        'Results',
        ...factHeadings,
      ]),
    ...coverage.clauses.map(clause =>
      csvLine([
        entityRef,
        ...nameOf(clause.clause),
        clause.evidence,
        coverage.inScope ? 'yes' : 'no',
        coverage.inScope ? clause.state : undefined,
        clause.indicated?.path
          .map(ref => `${ref.standard} ${ref.clause}`)
          .join(' > '),
        clause.results
          .map(({ checkId, status }) => `${checkId}: ${status}`)
          .join('; '),
        ...factCells(clause),
      ]),
    ),
  ].join('');
}
