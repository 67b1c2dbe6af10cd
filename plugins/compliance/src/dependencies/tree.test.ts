import { DependencyNode } from '@service-compliance/backstage-plugin-compliance-common';
import { endOf, factsOf } from './tree';

const node = (
  name: string,
  overrides: Partial<DependencyNode> = {},
): DependencyNode => ({
  entityRef: `component:default/${name}`,
  kind: 'Component',
  isSupplier: false,
  ...overrides,
});

describe('endOf', () => {
  const cycle = node('web');
  const again = node('api');
  const leaf = node('leaf', { children: [] });
  const deep = node('deep');
  const unknown = node('unknown', { kind: undefined });
  const root = node('web', {
    children: [node('api', { children: [cycle, again, leaf, deep, unknown] })],
  });

  it.each([
    ['a cycle to the root', cycle, 'cycle'],
    ['what is in the tree already', again, 'elsewhere'],
    ['what has nothing below it', leaf, undefined],
    ['what is as deep as the tree goes', deep, 'ends'],
    ['what is not in scope', unknown, 'notInScope'],
    ['what goes on', root, undefined],
  ])('tells %s', (_, end, expected) => {
    expect(endOf(end, factsOf(root))).toBe(expected);
  });
});

describe('factsOf', () => {
  it('tells small trees from others', () => {
    const children = (count: number) =>
      Array.from({ length: count }, (_, index) => node(`service-${index}`));
    expect(factsOf(node('a', { children: children(24) })).isSmall).toBe(true);
    expect(factsOf(node('a', { children: children(25) })).isSmall).toBe(false);
  });
});
