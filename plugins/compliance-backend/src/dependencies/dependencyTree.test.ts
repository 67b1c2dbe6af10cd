import { DependencyNode } from '@service-compliance/backstage-plugin-compliance-common';
import {
  recoveryIn,
  supplierRiskIn,
  TreeFacts,
  treeOf,
} from './dependencyTree';

const risks = ['low', 'medium', 'high', 'critical'];

/** A tree of entities that are written as `a>b`, with facts of some. */
function tree(
  steps: string,
  options: {
    facts?: Record<string, Partial<TreeFacts>>;
    depth?: number;
    isComplete?: boolean;
  } = {},
) {
  const { facts = {}, depth = 3, isComplete = true } = options;
  const factsOf = (entityRef: string): TreeFacts => ({
    entityRef,
    kind: 'Component',
    isSupplier: false,
    ...facts[entityRef],
  });
  const pairs = steps.split(' ').map(step => step.split('>'));
  return {
    factsOf,
    ...treeOf({
      root: pairs[0][0],
      steps: pairs.map(([from, to]) => ({ from, to })),
      depth,
      isComplete,
      factsOf,
    }),
  };
}

/** `a(b() c)`: without brackets where the tree ends. */
const written = ({ entityRef, children }: DependencyNode): string =>
  entityRef + (children ? `(${children.map(written).join(' ')})` : '');

describe('treeOf', () => {
  it('tells an entity everywhere, and what is below it nearest to the root', () => {
    const { root, chains } = tree('a>b a>c b>d b>c c>d d>e');
    expect(written(root)).toBe('a(b(d(e) c) c(d))');
    expect(chains.get('e')).toEqual(['a', 'b', 'd', 'e']);
    expect(chains.get('c')).toEqual(['a', 'c']);
  });

  it('cuts cycles', () => {
    const { root } = tree('a>b b>a b>c c>b');
    expect(written(root)).toBe('a(b(a c(b)))');
  });

  it('tells what has no dependencies from what was not looked at', () => {
    const facts = { out: { kind: undefined } };
    expect(written(tree('a>b a>out', { depth: 2, facts }).root)).toBe(
      'a(b() out)',
    );
    expect(written(tree('a>b', { depth: 1 }).root)).toBe('a(b)');
    expect(written(tree('a>b', { depth: 2, isComplete: false }).root)).toBe(
      'a(b)',
    );
  });
});

describe('supplierRiskIn', () => {
  const of = (steps: string, residual: Record<string, string>) => {
    const facts = Object.fromEntries(
      Object.entries(residual).map(([ref, residualRisk]) => [
        ref,
        { residualRisk },
      ]),
    );
    const found = tree(steps, { facts });
    return supplierRiskIn(found, { factsOf: found.factsOf, risks });
  };

  it.each<[string, Record<string, string>, ReturnType<typeof supplierRiskIn>]>([
    ['a>b', {}, undefined],
    ['a>b', { b: 'low' }, { risk: 'low', path: ['a', 'b'] }],
    ['a>b', { a: 'high', b: 'high' }, { risk: 'high', path: ['a'] }],
    [
      'a>b a>c c>d',
      { b: 'medium', d: 'high' },
      { risk: 'high', path: ['a', 'c', 'd'] },
    ],
    [
      'a>b a>c b>z c>a-1',
      { z: 'high', 'a-1': 'high' },
      { risk: 'high', path: ['a', 'b', 'z'] },
    ],
    ['a>b', { b: 'unheard-of' }, undefined],
  ])('finds in %p with %p %p', (steps, residual, expected) => {
    expect(of(steps, residual)).toEqual(expected);
  });
});

describe('recoveryIn', () => {
  it('tells the chains to what recovers later, the latest first', () => {
    const facts = {
      a: { rto: 'PT4H' },
      b: { rto: 'PT4H' },
      c: { rto: 'P1D' },
      d: { rto: 'P3D' },
      e: { rto: 'PT1H' },
    };
    const found = tree('a>b a>e b>c b>f c>d', { facts });
    expect(recoveryIn(found, found.factsOf)).toEqual([
      { path: ['a', 'b', 'c', 'd'], rto: 'P3D' },
      { path: ['a', 'b', 'c'], rto: 'P1D' },
    ]);
    const unknown = tree('a>b', { facts: { b: { rto: 'P1D' } } });
    expect(recoveryIn(unknown, unknown.factsOf)).toEqual([]);
  });

  it('tells ten at most', () => {
    const refs = Array.from({ length: 12 }, (_, index) => `b${index}`);
    const found = tree(refs.map(ref => `a>${ref}`).join(' '), {
      facts: {
        a: { rto: 'PT1H' },
        ...Object.fromEntries(refs.map(ref => [ref, { rto: 'PT2H' }])),
      },
    });
    expect(recoveryIn(found, found.factsOf)).toHaveLength(10);
  });
});
