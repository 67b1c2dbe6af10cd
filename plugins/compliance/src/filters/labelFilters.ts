import { Entity } from '@backstage/catalog-model';
import {
  DefaultEntityFilters,
  EntityFilter,
} from '@backstage/plugin-catalog-react';
import {
  Level,
  LEVEL_LABEL,
  NO_LEVEL,
  UNSET,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';

/**
 * A filter for one of the labels that the catalog module writes.
 *
 * @public
 */
export interface LabelFilter extends EntityFilter {
  readonly values: string[];
}

type LabelFilterClass = new (values: string[]) => LabelFilter;

/** Entities whose label has one of the values; none when there are no values. */
function labelFilter(label: string): LabelFilterClass {
  return class implements LabelFilter {
    readonly values: string[];

    constructor(values: string[]) {
      this.values = values;
    }

    getCatalogFilters(): Record<string, string[]> {
      return { [`metadata.labels.${label}`]: this.values };
    }

    filterEntity(entity: Entity): boolean {
      return this.values.includes(entity.metadata.labels?.[label] ?? '');
    }

    toQueryValue(): string[] {
      return this.values;
    }
  };
}

/**
 * Name of a filter, in the address of the catalog page too.
 *
 * @public
 */
export type LabelFilterName =
  | 'serviceTier'
  | 'classification'
  | 'continuityTier'
  | 'supplierRisk'
  | 'complianceLevel';

/**
 * The filters of the catalog page with those for the compliance labels.
 *
 * @public
 */
export type ComplianceEntityFilters = DefaultEntityFilters & {
  [Name in LabelFilterName]?: LabelFilter;
};

/** What a picker needs to know of the label that it filters by. */
export interface LabelFilterDefinition {
  label: string;
  Filter: LabelFilterClass;
  /** The values that the label may have, in the order of their scale. */
  valuesOf(vocabulary: VocabularyResponse): Pick<Level, 'id' | 'title'>[];
}

function define(
  label: string,
  valuesOf: LabelFilterDefinition['valuesOf'],
): LabelFilterDefinition {
  return { label, Filter: labelFilter(label), valuesOf };
}

/** The five filters by their names. */
export const labelFilters: Record<LabelFilterName, LabelFilterDefinition> = {
  serviceTier: define(
    'compliance/service-tier',
    ({ scales }) => scales.serviceTier,
  ),
  classification: define(
    'compliance/information-classification',
    ({ scales }) => scales.classification,
  ),
  continuityTier: define(
    'compliance/continuity-tier',
    ({ scales }) => scales.continuityTier,
  ),
  supplierRisk: define('compliance/supplier-risk', ({ scales }) => scales.risk),
  complianceLevel: define(LEVEL_LABEL, ({ levels }) => levels),
};

/** An option of a picker. */
export interface LabelOption {
  value: string;
  title: string;
  /** How many entities have it. */
  total: number;
}

/**
 * The options of a picker: the scale in its order, then what is not set, then
 * what entities have but the vocabulary does not know.
 *
 * @param options - `totals` by value, as the catalog counted them
 */
export function labelOptions(options: {
  definition: LabelFilterDefinition;
  vocabulary?: VocabularyResponse;
  totals: Map<string, number>;
  titles: { none: string; unset: string };
}): LabelOption[] {
  const { definition, vocabulary, totals, titles } = options;
  const known = [
    ...(vocabulary ? definition.valuesOf(vocabulary) : []),
    ...(definition.label === LEVEL_LABEL
      ? [{ id: NO_LEVEL, title: titles.none }]
      : []),
    { id: UNSET, title: titles.unset },
  ];
  const others = [...totals.keys()]
    .filter(value => !known.some(({ id }) => id === value))
    .map(value => ({ id: value, title: value }));
  return [...known, ...others].map(({ id, title }) => ({
    value: id,
    title,
    total: totals.get(id) ?? 0,
  }));
}
