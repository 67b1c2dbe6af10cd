import { ClauseRef, Crosswalk, Relationship } from '../standards';
import { append } from './append';
import { clauseKey } from './clauseKey';
import { Indicated, Indication } from './types';

/** A relation as seen from one of its ends. */
interface Step {
  to: ClauseRef;
  atMost: Indicated;
}

/** By the clause from which they lead. */
type Steps = ReadonlyMap<string, readonly Step[]>;

/** Relations in which the source asks for all that the target asks for. */
const sourceIsEnough: readonly Relationship[] = [
  'equal-to',
  'equivalent-to',
  'superset-of',
];
/** Relations in which the target asks for all that the source asks for. */
const targetIsEnough: readonly Relationship[] = [
  'equal-to',
  'equivalent-to',
  'subset-of',
];

/** Shorter ways are found first. */
const isBetter = (way: Indication, known: Indication | undefined) =>
  !known || (known.atMost === 'partial' && way.atMost === 'covered');

const atMost = (isEnough: boolean): Indicated =>
  isEnough ? 'covered' : 'partial';

/** The relations of all crosswalks, in both directions. */
export function stepsOf(
  crosswalks: readonly Crosswalk[],
  unitsOf: (ref: ClauseRef) => readonly ClauseRef[],
): Steps {
  const steps = new Map<string, Step[]>();
  for (const { source, target, relations } of crosswalks) {
    for (const relation of relations) {
      const from = unitsOf({ standard: source, clause: relation.source });
      const to = unitsOf({ standard: target, clause: relation.target });
      const toTarget = atMost(targetIsEnough.includes(relation.relationship));
      const toSource = atMost(sourceIsEnough.includes(relation.relationship));
      for (const a of from) {
        for (const b of to) {
          append(steps, clauseKey(a), { to: b, atMost: toTarget });
          append(steps, clauseKey(b), { to: a, atMost: toSource });
        }
      }
    }
  }
  return steps;
}

/**
 * The ways from a clause to those that checks are evidence for: for each of
 * them the shortest, or a longer one when that is stronger.
 */
export function indicationsOf(
  ref: ClauseRef,
  steps: Steps,
  isSupported: (key: string) => boolean,
): Indication[] {
  const found = new Map<string, Indication>();
  const known = new Set<string>();
  let ends: (Indication & { at: ClauseRef })[] = [
    { at: ref, path: [], atMost: 'covered' },
  ];
  while (ends.length > 0) {
    const next: typeof ends = [];
    for (const end of ends) {
      const visited = [ref, ...end.path].map(({ standard }) => standard);
      for (const step of steps.get(clauseKey(end.at)) ?? []) {
        const key = clauseKey(step.to);
        const way: Indication = {
          path: [...end.path, step.to],
          atMost: step.atMost === 'partial' ? 'partial' : end.atMost,
        };
        // From there on, all that went over the same standards are alike.
        const kind = [key, way.atMost, ...[...visited].sort()].join('\n');
        if (visited.includes(step.to.standard) || known.has(kind)) {
          continue;
        }
        known.add(kind);
        if (!isSupported(key)) {
          next.push({ at: step.to, ...way });
        } else if (isBetter(way, found.get(key))) {
          found.set(key, way);
        }
      }
    }
    ends = next;
  }
  return [...found.values()].sort(
    (a, b) => a.path.length - b.path.length || a.atMost.localeCompare(b.atMost),
  );
}
