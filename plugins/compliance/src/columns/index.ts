/**
 * Compliance columns for the page of the catalog, in apps of the new frontend
 * system. Apart from the plugin, as it needs the catalog plugin of the app.
 *
 * @packageDocumentation
 */

export { catalogColumnsModule } from './catalogColumnsModule';
