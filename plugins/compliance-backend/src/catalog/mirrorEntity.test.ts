import { Entity } from '@backstage/catalog-model';
import { factsHash, searchValues, toMirroredEntity } from './mirrorEntity';

/** A component, with what matters to a test. */
function component(options: {
  metadata?: object;
  spec?: Entity['spec'];
  relations?: [type: string, targetRef: string][];
}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments', ...options.metadata },
    spec: options.spec,
    relations: options.relations?.map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

describe('toMirroredEntity', () => {
  it('keeps what checks look at', () => {
    const entity = component({
      metadata: {
        namespace: 'Retail',
        name: 'Payments',
        title: 'Payments 💳',
        description: 'Takes money.',
        tags: ['java', 'pci'],
        labels: { 'bank.example/domain': 'retail' },
        annotations: { 'compliance/service-tier': 'tier-1' },
        uid: 'f1',
        etag: 'e1',
      },
      spec: { type: 'service', lifecycle: 'production', owner: 'a' },
      relations: [
        ['ownedBy', 'group:default/b'],
        ['ownedBy', 'group:default/a'],
        ['partOf', 'component:retail/suite'],
        ['partOf', 'system:retail/payment-hub'],
        ['dependsOn', 'resource:default/db'],
        ['consumesApi', 'api:default/ledger'],
        ['providesApi', 'api:default/payments'],
        ['dependencyOf', 'component:default/web'],
      ],
    });
    expect(toMirroredEntity(entity)).toEqual({
      entityRef: 'component:retail/payments',
      kind: 'Component',
      namespace: 'Retail',
      name: 'Payments',
      title: 'Payments 💳',
      description: 'Takes money.',
      type: 'service',
      lifecycle: 'production',
      system: 'system:retail/payment-hub',
      owners: ['group:default/b', 'group:default/a'],
      missingOwners: [],
      tags: ['java', 'pci'],
      labels: { 'bank.example/domain': 'retail' },
      annotations: { 'compliance/service-tier': 'tier-1' },
      dependencies: [
        { targetRef: 'resource:default/db', type: 'dependsOn' },
        { targetRef: 'api:default/ledger', type: 'consumesApi' },
      ],
    });
  });

  it('knows the domain that something is part of itself', () => {
    const { system, domain } = toMirroredEntity(
      component({
        relations: [
          ['partOf', 'domain:default/retail'],
          ['partOf', 'domain:default/other'],
        ],
      }),
    );
    expect(system).toBeUndefined();
    expect(domain).toBe('domain:default/retail');
  });

  it('needs no more than a kind and a name', () => {
    expect(toMirroredEntity(component({}))).toEqual({
      entityRef: 'component:default/payments',
      kind: 'Component',
      namespace: 'default',
      name: 'payments',
      owners: [],
      missingOwners: [],
      tags: [],
      labels: {},
      annotations: {},
      dependencies: [],
    });
  });

  it.each([
    ['text', 'service', 'service'],
    ['a number', 7, '7'],
    ['a boolean', false, 'false'],
    ['nothing', '', undefined],
    ['null', null, undefined],
    ['a list', ['a', 'b'], undefined],
    ['an object', { name: 'a' }, undefined],
    ['a long text', 't'.repeat(300), 't'.repeat(255)],
  ])('reads a type that is %s', (_, type, expected) => {
    expect(toMirroredEntity(component({ spec: { type } })).type).toBe(expected);
  });

  it('cuts long texts, but not through a character', () => {
    const { title, description, annotations } = toMirroredEntity(
      component({
        metadata: {
          title: 'x'.repeat(100_000),
          description: `${'x'.repeat(499)}💳${'x'.repeat(100_000)}`,
          annotations: { long: 'x'.repeat(10_000), short: 'x'.repeat(1000) },
        },
      }),
    );
    expect(title).toBe('x'.repeat(500));
    expect(description).toBe('x'.repeat(499));
    expect(annotations).toEqual({
      long: 'x'.repeat(1100),
      short: 'x'.repeat(1000),
    });
  });

  it('counts relations once, none to itself and none to what cannot exist', () => {
    const entity = toMirroredEntity(
      component({
        relations: [
          ['ownedBy', 'group:default/a'],
          ['ownedBy', 'group:default/a'],
          ['ownedBy', `group:default/${'a'.repeat(300)}`],
          ['dependsOn', 'component:default/payments'],
          ['dependsOn', 'api:default/ledger'],
          ['dependsOn', 'api:default/ledger'],
          ['consumesApi', 'api:default/ledger'],
          ['dependsOn', `resource:default/${'a'.repeat(300)}`],
        ],
      }),
    );
    expect(entity.owners).toEqual(['group:default/a']);
    expect(entity.dependencies).toEqual([
      { targetRef: 'api:default/ledger', type: 'dependsOn' },
      { targetRef: 'api:default/ledger', type: 'consumesApi' },
    ]);
  });
});

describe('searchValues', () => {
  it('has the values that permission rules match, in lower case', () => {
    const entity = component({
      metadata: {
        name: 'Payments',
        title: 'PAYMENTS',
        description: 'Not matched.',
        labels: { 'Bank.example/Domain': 'Retail', empty: '' },
        annotations: { 'compliance/cia': 'C3 I3 A4' },
        tags: ['java'],
      },
      spec: {
        type: 'Service',
        lifecycle: 7,
        owner: 'Team-A',
        system: 'Hub',
        profile: { email: 'a@bank.example' },
      },
      relations: [['ownedBy', 'group:default/team-a']],
    });
    expect(searchValues(entity)).toEqual({
      'metadata.name': 'payments',
      'metadata.namespace': 'default',
      'metadata.title': 'payments',
      'metadata.labels.bank.example/domain': 'retail',
      'metadata.labels.empty': '',
      'metadata.annotations.compliance/cia': 'c3 i3 a4',
      'spec.type': 'service',
      'spec.lifecycle': '7',
      'spec.owner': 'team-a',
      'spec.system': 'hub',
    });
  });

  it('has the keys of values that are too long or null, but no long keys', () => {
    const entity = component({
      metadata: {
        annotations: {
          long: 'x'.repeat(201),
          longest: 'x'.repeat(200),
          [`bank.example/${'k'.repeat(200)}`]: 'x',
        },
      },
      spec: { type: null, lifecycle: ['a'] },
    });
    expect(searchValues(entity)).toEqual({
      'metadata.name': 'payments',
      'metadata.namespace': 'default',
      'metadata.annotations.long': null,
      'metadata.annotations.longest': 'x'.repeat(200),
      'spec.type': null,
    });
  });
});

describe('factsHash', () => {
  it('differs when the facts or the search values do, and fits its column', () => {
    const hashes = [
      factsHash('a', 'b'),
      factsHash('a', 'c'),
      factsHash('b', 'b'),
      factsHash('a\nb', ''),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(factsHash('a', 'b')).toBe(hashes[0]);
    expect(hashes[0]).toHaveLength(43);
  });
});
