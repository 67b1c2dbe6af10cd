import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The compliance page. */
export const rootRouteRef = createRouteRef();

/** Where the entity tab is mounted below the entity page. */
export const ENTITY_CONTENT_PATH = '/compliance';
