import { useState } from 'react';
import { Choice, Difference, differencesOf, mergeValues } from './merge';

/** What somebody else saved while this was edited. */
export interface Conflict<Base> {
  current: Base;
  differences: Difference[];
}

/** The merge of what is entered with what somebody else saved meanwhile. */
export function useMerge<Base, Values extends object>(options: {
  fields: readonly { name: string }[];
  /** What of a base can be entered. */
  valuesOf(base: Base): object;
  /** What is entered. */
  values: Values;
  /** Enters the merged values. */
  enter(merged: Values): void;
  setBase(base: Base): void;
}) {
  const { fields, valuesOf, values, enter, setBase } = options;
  const [conflict, setConflict] = useState<Conflict<Base>>();
  const [isUpdated, setUpdated] = useState(false);

  /** Ends the merge: the form has the merged values from now on. */
  function adopt({ current, differences }: Conflict<Base>): Values {
    const merged = mergeValues(values, differences);
    enter(merged);
    setBase(current);
    setConflict(undefined);
    return merged;
  }

  return {
    conflict,
    /** Whether others changed it, but nothing that differs from here. */
    isUpdated,
    setUpdated,
    /** Names of the differences that somebody has to decide. */
    undecided: (conflict?.differences ?? [])
      .filter(({ choice }) => !choice)
      .map(({ name }) => name),
    adopt,

    /** Puts what was entered beside what somebody else saved. */
    meet(from: Base, mine: Values, current: Base) {
      const differences = differencesOf({
        fields,
        base: valuesOf(from),
        mine,
        theirs: valuesOf(current),
      });
      const isMine = differences.every(({ choice }) => choice === 'mine');
      setUpdated(isMine);
      if (isMine) {
        setBase(current);
      } else {
        setConflict({ current, differences });
      }
    },

    choose(name: string, choice: Choice) {
      setConflict(
        current =>
          current && {
            ...current,
            differences: current.differences.map(difference =>
              difference.name === name ? { ...difference, choice } : difference,
            ),
          },
      );
    },

    /** Back to the form, with the choices made so far. */
    stopMerging() {
      if (conflict) {
        adopt(conflict);
      }
    },
  };
}
