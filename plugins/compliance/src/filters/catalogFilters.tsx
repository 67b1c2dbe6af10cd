import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { LabelFilterName } from './labelFilters';

function catalogFilter(name: string, filter: LabelFilterName) {
  return CatalogFilterBlueprint.make({
    name,
    params: {
      loader: () =>
        import('./LabelPicker').then(({ LabelPicker }) => (
          <LabelPicker name={filter} />
        )),
    },
  });
}

/** The filters of the catalog page, as extensions. */
export const catalogFilters = [
  catalogFilter('service-tier', 'serviceTier'),
  catalogFilter('classification', 'classification'),
  catalogFilter('continuity-tier', 'continuityTier'),
  catalogFilter('supplier-risk', 'supplierRisk'),
  catalogFilter('level', 'complianceLevel'),
];
