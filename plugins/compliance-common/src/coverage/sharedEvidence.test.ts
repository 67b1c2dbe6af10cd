import { DocumentState } from '../documents';
import {
  privacy,
  security,
  services,
  supports,
} from './__testUtils__/standards';
import { coverageUnits } from './coverageUnits';
import { sharedEvidence } from './sharedEvidence';

const document = (state: DocumentState, ...clauses: string[]) => ({
  state,
  ...supports('', ...clauses),
});

const share = (
  options: {
    checks?: ReturnType<typeof supports>[];
    documents?: ReturnType<typeof document>[];
    excluded?: { standard: string; clause: string }[];
  } = {},
) =>
  sharedEvidence({
    standards: [services, security],
    units: coverageUnits({
      standards: [services, security, privacy],
      crosswalks: [],
      checks: options.checks ?? [],
    }),
    documents: options.documents ?? [],
    excluded: options.excluded,
  });

describe('sharedEvidence', () => {
  it('counts what one check serves in both standards', () => {
    expect(
      share({
        checks: [
          supports('both', 'services 2', 'security A.1.2', 'security A.1.1'),
          supports('one', 'services 1.1.1', 'services 2'),
        ],
      }),
    ).toEqual({ total: 9, evidenced: 4, served: 3, percent: 33.3 });
  });

  it('takes two checks for two pieces of evidence', () => {
    expect(
      share({
        checks: [supports('a', 'services 2'), supports('b', 'security A.1.2')],
      }),
    ).toEqual({ total: 9, evidenced: 2, served: 0, percent: 0 });
  });

  it('counts current documents, of headings too', () => {
    expect(
      share({
        documents: [
          document('current', 'services 1', 'security 1'),
          document('draft', 'services 3', 'security 2'),
          document('overdue', 'services 3', 'security 2'),
        ],
      }),
    ).toMatchObject({ evidenced: 3, served: 3 });
  });

  it('does not count standards that nobody asks about', () => {
    expect(
      share({ checks: [supports('other', 'services 2', 'privacy 1')] }),
    ).toMatchObject({ total: 9, evidenced: 1, served: 0 });
  });

  it('does not count excluded controls', () => {
    expect(
      share({
        checks: [supports('both', 'services 2', 'security A.1.2')],
        documents: [document('current', 'services 3', 'security A.1.2')],
        excluded: [{ standard: 'security', clause: 'A.1.2' }],
      }),
    ).toEqual({ total: 8, evidenced: 2, served: 0, percent: 0 });
  });

  it('has no share of nothing', () => {
    expect(
      sharedEvidence({
        standards: [services, security],
        units: [],
        documents: [],
      }),
    ).toEqual({ total: 0, evidenced: 0, served: 0 });
  });
});
