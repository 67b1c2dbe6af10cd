import { DependencyNode } from '@service-compliance/backstage-plugin-compliance-common';

const SMALL = 25;

function* nodesOf(node: DependencyNode): Generator<DependencyNode> {
  yield node;
  for (const child of node.children ?? []) {
    yield* nodesOf(child);
  }
}

/** What is known about a tree as a whole. */
export interface TreeFacts {
  root: string;
  /** Refs of those that have what follows them below them. */
  followed: ReadonlySet<string>;
  /** Whether all of it can be shown at once. */
  isSmall: boolean;
}

export function factsOf(root: DependencyNode): TreeFacts {
  const nodes = [...nodesOf(root)];
  return {
    root: root.entityRef,
    followed: new Set(
      nodes
        .filter(({ children }) => children)
        .map(({ entityRef }) => entityRef),
    ),
    isSmall: nodes.length <= SMALL,
  };
}

/** Why nothing is below an entity; undefined when there is nothing. */
export function endOf(
  { entityRef, kind, children }: DependencyNode,
  { root, followed }: Pick<TreeFacts, 'root' | 'followed'>,
): 'cycle' | 'elsewhere' | 'notInScope' | 'ends' | undefined {
  if (children) {
    return undefined;
  }
  if (entityRef === root) {
    return 'cycle';
  }
  if (followed.has(entityRef)) {
    return 'elsewhere';
  }
  return kind ? 'ends' : 'notInScope';
}
