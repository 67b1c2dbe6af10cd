import {
  checkFacets,
  fieldList,
} from '@service-compliance/backstage-plugin-compliance-common';
import { StandardCatalog } from '../../standards/StandardCatalog';
import { entity, setUp } from '../__testUtils__/facts';
import { builtInChecks } from './builtInChecks';

const standards = StandardCatalog.create();

describe('built-in checks', () => {
  it('never change their ids', () => {
    expect(builtInChecks.map(({ id }) => id)).toEqual([
      'catalogue-owner',
      'catalogue-description',
      'catalogue-lifecycle',
      'catalogue-system',
      'catalogue-dependencies',
      'service-level-tier',
      'service-level-availability',
      'service-level-availability-meets-tier',
      'service-level-support-hours',
      'service-level-sla',
      'service-level-reviewed',
      'information-classified',
      'information-protection-needs',
      'information-owner',
      'information-residency',
      'information-covers-dependencies',
      'information-reviewed',
      'continuity-tier',
      'continuity-objectives-consistent',
      'continuity-objectives-meet-tier',
      'continuity-plan',
      'continuity-tested',
      'continuity-achieved',
      'continuity-backup-restored',
      'continuity-dependencies',
      'supplier-assessed',
      'supplier-assessment-current',
      'supplier-contract',
      'supplier-risk',
      'supplier-certification',
      'supplier-exit-plan',
      'supplier-data-access',
      'supplier-dependencies',
      'operations-change-process',
      'operations-on-call',
      'operations-runbook',
    ]);
  });

  it('support only clauses that services can be evidence for', () => {
    for (const { id, clauses } of builtInChecks) {
      for (const { standard, clause } of clauses) {
        const found = standards
          .find(standard)
          ?.clauses.find(item => item.id === clause);
        expect({ check: id, ...found }).toMatchObject({
          check: id,
          id: clause,
          evidence: 'service',
          unit: true,
        });
      }
    }
  });

  it('leave no clause out that services can be evidence for', () => {
    const supported = builtInChecks.flatMap(({ clauses }) =>
      clauses.map(({ standard, clause }) => `${standard} ${clause}`),
    );
    const evidenced = standards.standards.flatMap(({ id, clauses }) =>
      clauses
        .filter(({ unit, evidence }) => unit && evidence === 'service')
        .map(clause => `${id} ${clause.id}`),
    );
    expect([...new Set(supported)].sort()).toEqual(evidenced.sort());
  });

  it('name annotations that exist', () => {
    const annotations = fieldList.map(field => field.annotation);
    for (const { remediation } of builtInChecks) {
      expect(annotations).toEqual(
        expect.arrayContaining(remediation.annotations ?? []),
      );
    }
  });

  it('explain every verdict in sentences', () => {
    const { evaluate } = setUp();
    const subjects = [
      entity(),
      entity({ type: 'saas' }),
      entity({ kind: 'Resource', type: 'database' }),
      entity({ declares: { 'service-tier': 'tier-9', rto: '4 hours' } }),
    ];
    for (const subject of subjects) {
      for (const { finding, expected } of evaluate(subject)) {
        expect(finding).toMatch(/^[A-Z].*[.?]$/);
        expect(expected).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it('are in the order in which scorecards show their groups', () => {
    const order = builtInChecks.map(({ facet }) => checkFacets.indexOf(facet));
    expect(order).toEqual([...order].sort());
  });
});
