import { summary, vocabulary } from './__testUtils__/FakeComplianceApi';
import { complianceDocument } from './complianceDocument';

const documentOf = (
  entity: Parameters<typeof complianceDocument>[0],
  failing: string[] = [],
) => complianceDocument(entity, { failing, vocabulary, location: '/here' });

describe('complianceDocument', () => {
  it('says in sentences where a service stands, and gives values to filter by', () => {
    const entity = summary('payments', {
      title: 'Payments',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/payments',
      system: 'system:default/core',
      serviceTier: 'tier-1',
      classification: 'confidential',
      supplierRisk: 'high',
      score: 72.5,
      level: 'silver',
      progress: 'started',
    });
    expect(
      documentOf(entity, ['Tested in time', 'Plan is linked']),
    ).toStrictEqual({
      title: 'Payments',
      text: 'Service tier: Tier 1. Information classification: Confidential. Continuity tier: not set. Supplier risk: High. Level: Silver, score 72.5 of 100. Profile: started. Failing checks: Tested in time; Plan is linked.',
      location: '/here',
      authorization: { resourceRef: 'component:default/payments' },
      kind: 'Component',
      namespace: 'default',
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/payments',
      system: 'system:default/core',
      serviceTier: 'tier-1',
      classification: 'confidential',
      continuityTier: 'unset',
      supplierRisk: 'high',
      level: 'silver',
    });
  });

  it('leaves out facets that do not apply', () => {
    const entity = summary('acme', {
      facets: ['supplier'],
      score: 0,
      level: 'none',
    });
    expect(documentOf(entity).text).toBe(
      'Supplier risk: not set. Level: none, score 0 of 100. No check is failing.',
    );
  });

  it('has the same fields for what was not assessed yet', () => {
    const entity = summary('new', { assessedAt: undefined, facets: undefined });
    const document = documentOf(entity);
    expect(document).toMatchObject({
      title: 'new',
      text: 'Not assessed yet.',
      owner: 'unset',
      level: 'unset',
    });
    // Lunr knows the fields of the first document only.
    expect(Object.keys(document)).toEqual(
      Object.keys(documentOf(summary('other', { level: 'gold' }))),
    );
    expect(Object.values(document)).not.toContain(undefined);
  });

  it('keeps the ids of levels that the configuration lacks', () => {
    expect(
      documentOf(summary('old', { serviceTier: 'tier-9' })).text,
    ).toContain('Service tier: tier-9.');
  });
});
