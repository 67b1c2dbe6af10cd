import {
  ApplicabilityEntry,
  ApplicabilityResponse,
  ApplicabilityVersionResponse,
  iso20000,
  iso27001,
  StandardResponse,
  StatementEntry,
  statementSubject,
} from '@service-compliance/backstage-plugin-compliance-common';
import { coverageResponse } from './coverage';
import { FakeComplianceApi } from './FakeComplianceApi';
import { standards } from './fixtures';

const controls = ['A.5.1', 'A.5.9', 'A.5.30', 'A.7.4', 'A.8.30'];

/** ISO/IEC 27001 with its clauses but a few of its controls. */
export const fewControls: StandardResponse = (() => {
  const full = standards.find(({ id }) => id === iso27001.id)!;
  return {
    ...full,
    clauses: full.clauses.filter(
      ({ id, kind }) => kind === 'clause' || controls.includes(id),
    ),
  };
})();

/** What the first version said. */
const first: StatementEntry[] = controls.map(clause => ({
  clause,
  applicable: true,
  reasons: ['risk-treatment'],
  implementation: 'planned',
}));

/** What the second and last version says. */
const second: StatementEntry[] = [
  {
    clause: 'A.5.1',
    applicable: true,
    reasons: ['risk-treatment', 'legal-or-contractual'],
    implementation: 'implemented',
    owner: 'group:default/security',
    links: [{ url: 'https://wiki.example.com/policy', title: 'Policy' }],
    reviewedOn: '2026-02-01',
  },
  ...first.slice(1, 4),
  {
    clause: 'A.8.30',
    applicable: false,
    exclusion: 'Nothing is developed outside.',
  },
];

/** The draft: one control is not decided yet and one said to be done. */
const draft: StatementEntry[] = second.map(entry => {
  switch (entry.clause) {
    case 'A.5.30':
      return { ...entry, implementation: 'implemented' };
    case 'A.7.4':
      return { clause: entry.clause };
    default:
      return entry;
  }
});

const withEtags = (entries: StatementEntry[]): ApplicabilityEntry[] =>
  entries.map(entry => ({ ...entry, etag: '0' }));

function version(
  number: number,
  entries: StatementEntry[],
  note?: string,
): ApplicabilityVersionResponse {
  return {
    standard: iso27001.id,
    number,
    approvedAt: `2026-0${number}-10T09:00:00.000Z`,
    approvedBy: 'user:default/kim',
    note,
    applicable: entries.filter(({ applicable }) => applicable).length,
    excluded: entries.filter(({ applicable }) => applicable === false).length,
    entries,
  };
}

/** The statement of {@link fewControls}: two versions and a draft. */
export function statementResponse(
  overrides: Partial<ApplicabilityResponse> = {},
): ApplicabilityResponse {
  return {
    standard: iso27001.id,
    about: 'controls',
    etag: '0',
    entries: withEtags(draft),
    versions: [version(2, second, 'Yearly review'), version(1, first)].map(
      ({ standard: _, entries: __, ...rest }) => rest,
    ),
    mayUpdate: true,
    mayApprove: true,
    ...overrides,
  };
}

/** Who handles the clauses of ISO/IEC 20000-1. */
export function handledResponse(
  handledBy: Record<string, string> = {},
): ApplicabilityResponse {
  return {
    standard: iso20000.id,
    about: 'clauses',
    etag: '0',
    entries: statementSubject(iso20000).clauses.map(({ id }) => ({
      clause: id,
      etag: '0',
      ...(handledBy[id] && { handledBy: handledBy[id] }),
    })),
    versions: [],
    mayUpdate: true,
    mayApprove: true,
  };
}

/** A backend with {@link fewControls} and its statement. */
export function applicabilityApi(
  overrides: Partial<ApplicabilityResponse> = {},
): FakeComplianceApi {
  const api = new FakeComplianceApi();
  const { getStandard } = api;
  api.getStandard = async id =>
    id === fewControls.id ? fewControls : getStandard(id);
  api.applicability = {
    [iso27001.id]: statementResponse(overrides),
    [iso20000.id]: handledResponse(),
  };
  api.applicabilityVersions = [version(1, first), version(2, second)];
  api.coverage[iso27001.id] = coverageResponse(iso27001.id, {
    services: [
      { 'catalogue-owner': 'pass', 'continuity-tested': 'pass' },
      { 'catalogue-owner': 'pass', 'continuity-tested': 'fail' },
    ],
    excluded: { 'A.8.30': 'Nothing is developed outside.' },
    version: 2,
  });
  return api;
}
