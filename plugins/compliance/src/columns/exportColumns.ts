import { LabelFilterName, labelFilters } from '../filters/labelFilters';
import { filterMessages } from '../translations/filterMessages';

/**
 * The columns of the catalog's own export: its default ones and the labels. The
 * catalog has no way to translate their titles.
 */
export const exportColumns = [
  { entityFilterKey: 'metadata.name', title: 'Name' },
  { entityFilterKey: 'spec.type', title: 'Type' },
  { entityFilterKey: 'spec.owner', title: 'Owner' },
  { entityFilterKey: 'metadata.description', title: 'Description' },
  ...(Object.keys(labelFilters) as LabelFilterName[]).map(name => ({
    entityFilterKey: `metadata.labels.${labelFilters[name].label}`,
    title: filterMessages[name],
  })),
];
