import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useChecks, useVocabulary } from '../../api';
import { complianceTranslationRef } from '../../translations';
import { ServicesQuery } from '../servicesQuery';
import { useStored } from '../useStored';
import { builtInViewIds, builtInViews } from './builtInViews';
import { addressOf } from './viewAddress';

/** A way to look at the services, in the form in which it is stored. */
export type View = {
  id: string;
  name: string;
  /** What it shows. */
  address: string;
};

/** The views that everybody has, and those that the reader saved. */
export function useViews() {
  const { t } = useTranslationRef(complianceTranslationRef);
  const vocabulary = useVocabulary().value;
  const checks = useChecks().value;
  const [stored, store] = useStored<View[]>('serviceViews');
  const own = stored ?? [];

  const builtIn = useMemo((): View[] => {
    if (!vocabulary || !checks) {
      return [];
    }
    const addresses = builtInViews(vocabulary, checks.items);
    return builtInViewIds.map(id => ({
      id,
      name: t(`services.view.builtIn.${id}`),
      address: addresses[id],
    }));
  }, [vocabulary, checks, t]);

  return {
    builtIn,
    own,
    /** Keeps what the table shows under a new name; returns its id. */
    add(name: string, query: ServicesQuery): string {
      const id = `own-${Date.now().toString(36)}`;
      store([...own, { id, name, address: addressOf(query) }]);
      return id;
    },
    change(id: string, change: Partial<Omit<View, 'id'>>) {
      store(own.map(view => (view.id === id ? { ...view, ...change } : view)));
    },
    remove(id: string) {
      store(own.filter(view => view.id !== id));
    },
  };
}
