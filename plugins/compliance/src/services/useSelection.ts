import { EntitySummary } from '@service-compliance/backstage-plugin-compliance-common';
import { titleOf } from '../components';
import { useEffect, useState } from 'react';

/** Titles of what is selected, by ref. */
type Selected = Record<string, string>;

/**
 * The selected services. They stay selected from page to page, but not when
 * other services are asked for, as what is not seen must not be changed.
 */
export function useSelection(asked: unknown) {
  const [selected, setSelected] = useState<Selected>({});
  useEffect(() => setSelected({}), [asked]);

  return {
    selected,
    clear: () => setSelected({}),
    /** Selects those of a page that have one of the keys, and no others of it. */
    selectOf(page: EntitySummary[], keys: 'all' | Set<string | number>) {
      const next = { ...selected };
      for (const service of page) {
        const { entityRef } = service;
        if (keys === 'all' || keys.has(entityRef)) {
          next[entityRef] = titleOf(service);
        } else {
          delete next[entityRef];
        }
      }
      setSelected(next);
    },
  };
}
