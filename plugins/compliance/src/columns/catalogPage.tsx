import {
  coreExtensionData,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import {
  CatalogTable,
  CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogExportSettings,
  CatalogIndexPage,
} from '@backstage/plugin-catalog/alpha';
import { complianceColumns, hasComplianceLabels } from './complianceColumns';

type ExportConfig = Pick<
  CatalogExportSettings,
  'exporters' | 'columns' | 'onSuccess' | 'onError'
>;

// What `CatalogExportConfigBlueprint` provides; the catalog does not export it,
// and references with the same id are the same.
const exportConfigDataRef = createExtensionDataRef<ExportConfig>().with({
  id: 'catalog.export-customization',
});

/** As the catalog does it: exporters add up, of all else the first counts. */
export function mergeExportSettings(
  settings: CatalogExportSettings | undefined,
  configs: ExportConfig[],
): CatalogExportSettings | undefined {
  if (!settings?.enabled) {
    return undefined;
  }
  return configs.reduce<CatalogExportSettings>(
    (merged, { exporters, columns, onSuccess, onError }) => ({
      ...merged,
      exporters: { ...merged.exporters, ...exporters },
      columns: merged.columns ?? columns,
      onSuccess: merged.onSuccess ?? onSuccess,
      onError: merged.onError ?? onError,
    }),
    settings,
  );
}

const columnsOf: CatalogTableColumnsFunc = context => {
  const columns = CatalogTable.defaultColumnsFunc(context);
  return hasComplianceLabels(context.entities)
    ? [...columns, ...complianceColumns]
    : columns;
};

/** The page of the catalog, with the compliance columns. */
export const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  factory(originalFactory, { inputs, config }) {
    const { filters, exportConfig } = inputs;
    return originalFactory({
      params: {
        loader: async () => (
          <CatalogIndexPage
            columns={columnsOf}
            pagination={config.pagination}
            filters={
              <>
                {filters.map(filter =>
                  filter.get(coreExtensionData.reactElement),
                )}
              </>
            }
            exportSettings={mergeExportSettings(
              config.exportSettings,
              exportConfig.flatMap(
                provided => provided.get(exportConfigDataRef) ?? [],
              ),
            )}
          />
        ),
      },
    });
  },
});
