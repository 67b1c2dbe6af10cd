import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { CatalogExportConfigBlueprint } from '@backstage/plugin-catalog/alpha';
import { catalogPage } from './catalogPage';
import { exportColumns } from './exportColumns';

/**
 * Adds the compliance labels to the page of the catalog in apps of the new
 * frontend system: as columns of its table, and of its export where that is
 * enabled. It replaces `page:catalog`, so it cannot be combined with another
 * override of that page.
 *
 * @public
 */
export const catalogColumnsModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    catalogPage,
    CatalogExportConfigBlueprint.make({
      name: 'compliance',
      params: { columns: exportColumns },
    }),
  ],
});
