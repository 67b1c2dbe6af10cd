import { Entity } from '@backstage/catalog-model';
import { TableColumn } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
// Only its types, so that the catalog plugin is not needed for these columns.
import type { CatalogTableRow } from '@backstage/plugin-catalog';
import { LabelFilterName, labelFilters } from '../filters/labelFilters';
import { complianceTranslationRef } from '../translations';
import { LabelText } from './LabelText';

function ColumnTitle(props: { name: LabelFilterName }) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return <>{t(`filter.${props.name}`)}</>;
}

function columnOf(name: LabelFilterName): TableColumn<CatalogTableRow> {
  return {
    title: <ColumnTitle name={name} />,
    // The table reads its search text from here.
    field: `entity.metadata.labels.${labelFilters[name].label}`,
    // Scales have an order that the table, which knows their ids, does not.
    sorting: false,
    width: 'auto',
    render: ({ entity }) => <LabelText name={name} entity={entity} />,
  };
}

/**
 * Columns of the catalog's table with the compliance labels of entities:
 * service tier, information classification, continuity tier, supplier risk and
 * level. They are told in the words of the organisation.
 *
 * @public
 */
export const complianceColumns: TableColumn<CatalogTableRow>[] = (
  Object.keys(labelFilters) as LabelFilterName[]
).map(columnOf);

/**
 * Whether one of the entities is in scope. In a table of others, such as
 * groups, the columns would be empty.
 *
 * @public
 */
export function hasComplianceLabels(entities: Entity[]): boolean {
  return entities.some(({ metadata }) =>
    Object.values(labelFilters).some(
      ({ label }) => metadata.labels?.[label] !== undefined,
    ),
  );
}
