import {
  CheckFacet,
  CheckStatus,
  Facet,
  facets,
  isOpen,
} from '@service-compliance/backstage-plugin-compliance-common';

/** What matters of a result here. */
interface JudgedCheck {
  facet?: CheckFacet;
  status: CheckStatus;
  upcoming: boolean;
}

/** The worst that the checks of a facet say; `failing` is worse than `unknown`. */
export type FacetState = 'clear' | 'failing' | 'unknown';

/**
 * The state of each facet. One that neither has fields for the entity nor a
 * check that judges it is absent.
 */
export function facetStates(options: {
  /** The facets whose fields the entity has. */
  facets: Facet[];
  results: JudgedCheck[];
}): Partial<Record<Facet, FacetState>> {
  const states: Partial<Record<Facet, FacetState>> = {};
  for (const facet of facets) {
    const results = options.results.filter(
      result => result.facet === facet && result.status !== 'not-applicable',
    );
    if (options.facets.includes(facet) || results.length > 0) {
      const open = results.filter(isOpen);
      const worst = open.some(({ status }) => status === 'fail')
        ? 'failing'
        : 'unknown';
      states[facet] = open.length > 0 ? worst : 'clear';
    }
  }
  return states;
}
