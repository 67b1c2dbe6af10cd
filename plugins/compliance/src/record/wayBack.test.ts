import {
  effectiveProfile,
  ProfileValues,
  readAnnotations,
} from '@service-compliance/backstage-plugin-compliance-common';
import { parse } from 'yaml';
import { entityResponse, vocabulary } from '../__testUtils__';
import { hasEdits, hasReachedGit, valuesForGit, yamlOf } from './wayBack';

const declared: ProfileValues = {
  serviceLevel: { tier: 'tier-1' },
  information: { classification: 'internal' },
};

const edited: ProfileValues = {
  serviceLevel: { tier: 'tier-2', sla: 'https://wiki.example.com/sla' },
  information: { classification: 'internal' },
  continuity: { notApplicable: 'Retired' },
};

describe('valuesForGit', () => {
  const values = (which: 'missing' | 'all') =>
    valuesForGit(entityResponse({ declared, edited }), which);

  it('has what holds and Git lacks, not what Git overrules or implies', () => {
    expect(values('missing')).toEqual({
      serviceLevel: { sla: 'https://wiki.example.com/sla' },
      continuity: { notApplicable: 'Retired' },
    });
  });

  it('has all that somebody stated', () => {
    expect(values('all')).toEqual({
      serviceLevel: { tier: 'tier-1', sla: 'https://wiki.example.com/sla' },
      information: { classification: 'internal' },
      continuity: { notApplicable: 'Retired' },
    });
  });

  it('has what overrules Git where the portal wins', () => {
    const compliance = entityResponse({ declared, edited });
    const profile = effectiveProfile({
      declared,
      edited,
      precedence: 'portal',
      vocabulary,
    });
    expect(
      valuesForGit(
        { ...compliance, profile: { ...profile, errors: [] } },
        'missing',
      ),
    ).toEqual({
      serviceLevel: { tier: 'tier-2', sla: 'https://wiki.example.com/sla' },
      continuity: { notApplicable: 'Retired' },
    });
  });
});

describe('yamlOf', () => {
  it('quotes what YAML would not read as text', () => {
    expect(
      yamlOf({
        serviceLevel: {
          availabilityTarget: 99.95,
          supportHours: '24x7',
          sla: 'https://wiki.example.com/sla#payments',
        },
        information: { residency: ['NO'] },
        continuity: { rto: 'PT4H', lastTestedOn: '2026-05-12' },
        scope: { smsReason: 'Retired: replaced' },
      }),
    ).toBe(`metadata:
  annotations:
    compliance/availability-target: '99.95'
    compliance/support-hours: 24x7
    compliance/sla: https://wiki.example.com/sla#payments
    compliance/data-residency: 'NO'
    compliance/rto: PT4H
    compliance/continuity-last-tested: '2026-05-12'
    compliance/sms-scope-reason: 'Retired: replaced'
`);
  });

  it('never wraps a value, and is read back as it was', () => {
    const values: ProfileValues = {
      serviceLevel: { notApplicable: `It's "${'long '.repeat(36)}gone"` },
      continuity: { notApplicableFields: { rpo: 'Stores no data' } },
    };
    const yaml = yamlOf(values);
    expect(yaml.trimEnd().split('\n')).toHaveLength(4);
    expect(
      readAnnotations(parse(yaml).metadata.annotations, vocabulary),
    ).toEqual({ values, errors: [] });
  });
});

describe('hasReachedGit', () => {
  const compliance = entityResponse({ declared, edited });

  it.each([
    ['information', true, true],
    ['serviceLevel', true, false],
    ['operations', false, false],
  ] as const)('tells of %s: edits %s, all in Git %s', (group, edits, all) => {
    expect(hasEdits(compliance, group)).toBe(edits);
    expect(hasReachedGit(compliance, group)).toBe(all);
  });
});
