import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ENTITY_CONTENT_PATH } from '../routes';

/** Where the scorecard of an entity is shown. */
export function useScorecardLink(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  return entityRef =>
    `${entityLink(entityRef).replace(/\/$/, '')}${ENTITY_CONTENT_PATH}`;
}
