import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  defaultLevels,
  defaultScope,
  defaultVocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { readComplianceConfig } from './readConfig';

const read = (compliance?: JsonObject) =>
  readComplianceConfig(new ConfigReader(compliance ? { compliance } : {}));

const declared = {
  id: 'own',
  title: 'Own',
  facet: 'catalogue',
  remediation: 'Do it.',
  passes: { kind: 'Component' },
};
const level = { id: 'good', title: 'Good', minScore: 50 };

const document = { id: 'policy', title: 'Policy', kind: 'policy' };

describe('readComplianceConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual(read({}));
    expect(read()).toMatchObject({
      scope: defaultScope,
      scopeDefaults: { sms: 'in', isms: 'in' },
      precedence: 'git',
      vocabulary: defaultVocabulary,
      levels: defaultLevels,
      checkOverrides: {},
      declaredChecks: [],
      standards: [],
      applicability: [],
      schedule: {
        frequency: { minutes: 2 },
        timeout: { minutes: 30 },
        initialDelay: { seconds: 5 },
        scope: 'global',
      },
      documents: [],
      historyRetention: 'P2Y',
      supplierRisk: { depth: 3 },
    });
  });

  it('changes what is given and nothing else', () => {
    const config = read({
      scope: { kind: 'Component', 'spec.lifecycle': 'production' },
      scopeDefaults: { sms: 'out' },
      precedence: 'portal',
      vocabulary: { scales: { risk: [{ id: 'any', title: 'Any' }] } },
      levels: [level],
      checks: { 'catalogue-owner': { weight: 0.5, enabled: true } },
      schedule: { frequency: { cron: '0 * * * *' } },
      historyRetention: 'P90D',
      supplierRisk: { depth: 5 },
      standards: ['../house-rules.yaml'],
    });
    expect(config).toMatchObject({
      scope: { kind: 'Component', 'spec.lifecycle': 'production' },
      scopeDefaults: { sms: 'out', isms: 'in' },
      precedence: 'portal',
      levels: [{ ...level, requiredChecks: [] }],
      checkOverrides: { 'catalogue-owner': { weight: 0.5, enabled: true } },
      schedule: {
        frequency: { cron: '0 * * * *' },
        timeout: { minutes: 30 },
      },
      historyRetention: 'P90D',
      supplierRisk: { depth: 5 },
      standards: ['../house-rules.yaml'],
    });
    expect(config.vocabulary.scales.risk).toHaveLength(1);
    expect(config.vocabulary.scales.classification).toHaveLength(4);
  });

  it('reads documents in their normal form', () => {
    const { documents } = read({
      documents: [
        {
          id: 'policy',
          title: ' Security policy ',
          kind: 'policy',
          owner: 'security',
          clauses: [{ standard: 'iso27001-2022', clause: '5.2' }],
        },
        { id: 'plan', title: 'Plan', kind: 'plan' },
      ],
    });
    expect(documents).toEqual([
      {
        id: 'policy',
        title: 'Security policy',
        kind: 'policy',
        owner: 'group:default/security',
        clauses: [{ standard: 'iso27001-2022', clause: '5.2' }],
      },
      { id: 'plan', title: 'Plan', kind: 'plan', clauses: [] },
    ]);
  });

  it.each<[compliance: JsonObject, problem: string]>([
    [
      { documents: [{ ...document, kind: 'polisy' }] },
      "compliance.documents[0].kind: found 'polisy', expected one of policy, procedure, plan, record; the nearest is 'policy'",
    ],
    [
      { documents: [{ ...document, link: 'wiki/policy' }] },
      "compliance.documents[0].link: found 'wiki/policy', expected an http or https address",
    ],
    [
      { documents: [{ ...document, approvedOn: '2026-02-30' }] },
      "compliance.documents[0].approvedOn: found '2026-02-30', expected an existing date written YYYY-MM-DD",
    ],
    [
      { documents: [{ ...document, aproved: '2026-02-03' }] },
      'compliance.documents[0].aproved: found an unknown key, expected one of id, title, kind,',
    ],
    [
      { documents: [document, document] },
      "compliance.documents[1].id: found 'policy', expected an id that is not taken",
    ],
    [
      {
        documents: Array.from({ length: 2001 }, (_, i) => ({
          ...document,
          id: `d${i}`,
        })),
      },
      'expected at most 2000 documents',
    ],
    [
      { levles: [] },
      "compliance.levles: found an unknown key, expected one of scope, suppliers, facets, scopeDefaults, precedence, vocabulary, levels, checks, declaredChecks, standards, applicability, documents, schedule, historyRetention, supplierRisk; the nearest is 'levels'",
    ],
    [
      { scope: 'Component' },
      "compliance.scope: found 'Component', expected a filter predicate, such as { kind: Component, spec.type: service }",
    ],
    [
      { scope: { kind: { $like: 'C' } } },
      'compliance.scope: found {"kind":{"$like":"C"}}, expected a filter predicate, such as { kind: Component, spec.type: service }',
    ],
    [
      { suppliers: { 'spec.typ': 'saas' } },
      "compliance.suppliers: found the path 'spec.typ', expected one of kind, metadata.namespace, metadata.name, metadata.title, metadata.description, metadata.tags, spec.type, spec.lifecycle, spec.owner, spec.system, metadata.labels.<key>, metadata.annotations.<key>; the nearest is 'spec.type'",
    ],
    [
      {
        facets: {
          supplier: {
            appliesTo: { $not: { $all: [{ 'profile.supplier.kind': 'x' }] } },
          },
        },
      },
      "compliance.facets.supplier.appliesTo: found the path 'profile.supplier.kind', expected one of kind,",
    ],
    [
      { facets: { cost: {} } },
      'compliance.facets.cost: found an unknown key, expected one of serviceLevel, information, continuity, supplier',
    ],
    [
      { scopeDefaults: { sms: 'inn' } },
      "compliance.scopeDefaults.sms: found 'inn', expected one of in, out; the nearest is 'in'",
    ],
    [
      { precedence: 'portals' },
      "compliance.precedence: found 'portals', expected one of git, portal; the nearest is 'portal'",
    ],
    [
      { vocabulary: { scales: { risk: [{ id: 'unset', title: 'X' }] } } },
      'compliance.vocabulary.scales.risk[0].id: ',
    ],
    [
      { levels: { gold: {} } },
      'compliance.levels: found {"gold":{}}, expected a list',
    ],
    [
      { levels: [{ ...level, id: 'none' }] },
      "compliance.levels[0].id: found 'none', expected a slug other than 'unset' and 'none', which stand for no score and no level",
    ],
    [
      { levels: [{ ...level, id: 'Very Good' }] },
      "compliance.levels[0].id: found 'Very Good', expected a slug of at most 63 lower-case letters, digits and dashes",
    ],
    [
      { levels: [level, level] },
      "compliance.levels[1].id: found 'good', expected an id that is not taken",
    ],
    [
      { levels: [level, { ...level, id: 'better', minScore: 40 }] },
      'compliance.levels[1].minScore: found 40, expected a number above 50, that of the level before',
    ],
    [
      { levels: [{ ...level, minScore: '50' }] },
      "compliance.levels[0].minScore: found '50', expected a number from 0 to 100",
    ],
    [
      { levels: [{ id: 'good', minScore: 101 }] },
      [
        'compliance.levels[0].title: found nothing, expected a text',
        'compliance.levels[0].minScore: found 101, expected a number from 0 to 100',
      ].join('\n'),
    ],
    [
      { checks: { 'catalogue-owner': { weight: 0 } } },
      'compliance.checks.catalogue-owner.weight: found 0, expected a number above 0',
    ],
    [
      { checks: { 'catalogue-owner': { enabled: 'no' } } },
      "compliance.checks.catalogue-owner.enabled: found 'no', expected true or false",
    ],
    [
      { checks: { 'catalogue-owner': { enforcedFrom: '31/02/2026' } } },
      "compliance.checks.catalogue-owner.enforcedFrom: found '31/02/2026', expected an existing date written YYYY-MM-DD",
    ],
    [
      { checks: { 'catalogue-owner': { wieght: 3 } } },
      "compliance.checks.catalogue-owner.wieght: found an unknown key, expected one of enabled, weight, appliesTo, enforcedFrom; the nearest is 'weight'",
    ],
    [
      { checks: { 'catalogue-owner': false } },
      'compliance.checks.catalogue-owner: found false, expected a section with enabled, weight, appliesTo, enforcedFrom',
    ],
    [
      {
        checks: {
          'catalogue-owner': {
            appliesTo: { 'profile.serviceLevel.teir': 'tier-1' },
          },
        },
      },
      "; the nearest is 'profile.serviceLevel.tier'",
    ],
    [
      { declaredChecks: [{ ...declared, facet: 'catalog' }] },
      "compliance.declaredChecks[0].facet: found 'catalog', expected one of catalogue, serviceLevel, information, continuity, supplier, operations; the nearest is 'catalogue'",
    ],
    [
      { declaredChecks: [declared, declared] },
      "compliance.declaredChecks[1].id: found 'own', expected an id that is not taken",
    ],
    [
      { declaredChecks: [{ ...declared, clauses: ['A.5.1'] }] },
      "compliance.declaredChecks[0].clauses[0]: found 'A.5.1', expected a section with standard, clause",
    ],
    [
      { standards: [{ id: 'house-rules' }] },
      'compliance.standards[0]: found {"id":"house-rules"}, expected the path of a YAML file',
    ],
    [
      { schedule: { frequency: 'often' } },
      'compliance.schedule: found {"frequency":"often"}, expected a schedule, such as { frequency: { minutes: 5 } } (',
    ],
    [
      { schedule: { every: { minutes: 5 } } },
      'compliance.schedule.every: found an unknown key, expected one of frequency, timeout, initialDelay',
    ],
    [
      { historyRetention: '2 years' },
      "compliance.historyRetention: found '2 years', expected an ISO 8601 duration above zero, such as P2Y",
    ],
    [
      { supplierRisk: { depth: 6 } },
      'compliance.supplierRisk.depth: found 6, expected a whole number from 1 to 5',
    ],
    [
      { supplierRisk: { depth: 1.5 } },
      'compliance.supplierRisk.depth: found 1.5, expected a whole number from 1 to 5',
    ],
  ])('refuses %j', (compliance, problem) => {
    expect(() => read(compliance)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(problem),
      }),
    );
  });

  it('reports everything at once', () => {
    expect(() =>
      read({
        precedence: 'svn',
        vocabulary: { ciaMaximum: 'four' },
        levels: [{ ...level, id: '' }],
      }),
    ).toThrow(
      /^compliance\.precedence: .*\ncompliance\.levels\[0\]\.id: .*\ncompliance\.vocabulary\.ciaMaximum: .*$/,
    );
  });
});
