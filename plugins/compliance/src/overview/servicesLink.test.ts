import {
  parseQuery,
  queryFields,
} from '@service-compliance/backstage-plugin-compliance-common';
import { FakeComplianceApi, vocabulary } from '../__testUtils__';
import { openInFacets } from './servicesLink';

describe('openInFacets', () => {
  const openIn = async (today: string) => {
    const { items } = await new FakeComplianceApi().getChecks();
    return { checks: items, queries: openInFacets(items, today) };
  };

  it('asks for open findings of the checks of the facet', async () => {
    const { checks, queries } = await openIn('2026-11-22');
    const open = { $in: ['fail', 'unknown'] };
    expect(JSON.parse(queries.continuity)).toEqual({
      $any: [
        { 'check.continuity-tier': open },
        { 'check.continuity-tested': open },
      ],
    });
    expect(
      parseQuery(
        JSON.parse(queries.continuity),
        queryFields(vocabulary, checks),
      ),
    ).not.toHaveProperty('problems');
  });

  it('leaves out checks until they count', async () => {
    const before = await openIn('2026-12-31');
    expect(JSON.parse(before.queries.serviceLevel)).toEqual({ $any: [] });
    const after = await openIn('2027-01-01');
    expect(JSON.parse(after.queries.serviceLevel).$any).toHaveLength(1);
  });
});
