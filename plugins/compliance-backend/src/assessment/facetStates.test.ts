import {
  CheckFacet,
  CheckStatus,
} from '@service-compliance/backstage-plugin-compliance-common';
import { facetStates } from './facetStates';

const result = (
  facet: CheckFacet | undefined,
  status: CheckStatus,
  upcoming = false,
) => ({ facet, status, upcoming });

describe('facetStates', () => {
  it.each<[string, ReturnType<typeof result>[]]>(
    [
      ['failing', [['unknown'], ['fail'], ['pass']]],
      ['unknown', [['pass'], ['unknown'], ['waived']]],
      ['clear', [['pass'], ['waived'], ['not-applicable']]],
      [
        'clear',
        [
          ['fail', true],
          ['unknown', true],
        ],
      ],
      ['unknown', [['fail', true], ['unknown']]],
      ['clear', []],
    ].map(([state, results]) => [
      state as string,
      (results as [CheckStatus, boolean?][]).map(([status, upcoming]) =>
        result('information', status, upcoming),
      ),
    ]),
  )('is %s for %j', (state, results) => {
    expect(facetStates({ facets: ['information'], results })).toEqual({
      information: state,
    });
  });

  it('tells facets apart, and has none for what does not apply', () => {
    expect(
      facetStates({
        facets: ['serviceLevel', 'information'],
        results: [
          result('serviceLevel', 'fail'),
          result('information', 'pass'),
          result('continuity', 'not-applicable'),
          result('catalogue', 'fail'),
          result('operations', 'unknown'),
          result(undefined, 'fail'),
        ],
      }),
    ).toEqual({ serviceLevel: 'failing', information: 'clear' });
  });

  it('has a state for a facet without fields that a check judges', () => {
    expect(
      facetStates({ facets: [], results: [result('supplier', 'unknown')] }),
    ).toEqual({ supplier: 'unknown' });
  });
});
