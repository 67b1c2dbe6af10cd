import { createRouteRef } from '@backstage/core-plugin-api';

/** The compliance page, in apps of the new and of the old frontend system. */
export const rootRouteRef = createRouteRef({ id: 'compliance' });

/** Where the entity tab is mounted below the entity page. */
export const ENTITY_CONTENT_PATH = '/compliance';
