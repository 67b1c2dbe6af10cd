import {
  compareDurations,
  DependencyChain,
  DependencyNode,
} from '@service-compliance/backstage-plugin-compliance-common';
import { groupBy } from '../assessment/groupBy';
import { Step } from './reach';

/** What is told about an entity in a tree, but for what is below it. */
export type TreeFacts = Omit<DependencyNode, 'children'>;

/** A tree of dependencies, with the chain that leads to each entity. */
export interface DependencyTree {
  root: DependencyNode;
  /**
   * The shortest chain to each entity, of several the first by refs; in the
   * order of their lengths.
   */
  chains: Map<string, string[]>;
}

const MAX_RECOVERY_CHAINS = 10;

/**
 * Puts dependencies together to a tree, in which every entity has its own
 * dependencies below it where it is nearest to the root, and nowhere else.
 *
 * @param options - `steps` are those from the nearest on, `isComplete` tells
 * whether none of them was left out
 */
export function treeOf(options: {
  root: string;
  steps: Step[];
  depth: number;
  isComplete: boolean;
  factsOf: (entityRef: string) => TreeFacts;
}): DependencyTree {
  const { steps, depth, isComplete, factsOf } = options;
  const next = groupBy(steps, ({ from }) => from);
  const root: DependencyNode = factsOf(options.root);
  const chains = new Map([[root.entityRef, [root.entityRef]]]);
  const open = [root];
  for (const node of open) {
    const chain = chains.get(node.entityRef)!;
    const below = next.get(node.entityRef);
    if (below) {
      node.children = below.map(({ to }) => {
        const child: DependencyNode = factsOf(to);
        if (!chains.has(to)) {
          chains.set(to, [...chain, to]);
          open.push(child);
        }
        return child;
      });
    } else if (isComplete && node.kind && chain.length <= depth) {
      node.children = [];
    }
  }
  return { root, chains };
}

/** The shortest chain to a supplier of the worst residual risk. */
export function supplierRiskIn(
  { chains }: DependencyTree,
  options: {
    factsOf: (entityRef: string) => TreeFacts;
    /** Ids of the scale in its order. */
    risks: string[];
  },
): (DependencyChain & { risk: string }) | undefined {
  let worst: (DependencyChain & { risk: string; rank: number }) | undefined;
  for (const [entityRef, path] of chains) {
    const risk = options.factsOf(entityRef).residualRisk;
    const rank = risk ? options.risks.indexOf(risk) : -1;
    if (risk && rank > (worst?.rank ?? -1)) {
      worst = { risk, path, rank };
    }
  }
  return worst && { risk: worst.risk, path: worst.path };
}

/** Chains to what recovers later than the root, the latest first. */
export function recoveryIn(
  { root, chains }: DependencyTree,
  factsOf: (entityRef: string) => TreeFacts,
): (DependencyChain & { rto: string })[] {
  const own = root.rto;
  if (own === undefined) {
    return [];
  }
  return [...chains]
    .flatMap(([entityRef, path]) => {
      const { rto } = factsOf(entityRef);
      return rto && compareDurations(rto, own) > 0 ? [{ path, rto }] : [];
    })
    .sort((a, b) => compareDurations(b.rto, a.rto))
    .slice(0, MAX_RECOVERY_CHAINS);
}
