import { IndexableDocument } from '@backstage/plugin-search-common';
import {
  EntitySummary,
  NO_LEVEL,
  UNSET,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';

/** What the search knows of the compliance of an entity. */
export interface ComplianceDocument extends IndexableDocument {
  /** Values to filter by, `unset` where there is none. */
  kind: string;
  namespace: string;
  type: string;
  lifecycle: string;
  owner: string;
  system: string;
  serviceTier: string;
  classification: string;
  continuityTier: string;
  supplierRisk: string;
  level: string;
}

/** A fact of a summary that is a level of a scale. */
const facts = [
  {
    column: 'serviceTier',
    scale: 'serviceTier',
    facet: 'serviceLevel',
    words: 'Service tier',
  },
  {
    column: 'classification',
    scale: 'classification',
    facet: 'information',
    words: 'Information classification',
  },
  {
    column: 'continuityTier',
    scale: 'continuityTier',
    facet: 'continuity',
    words: 'Continuity tier',
  },
  {
    column: 'supplierRisk',
    scale: 'risk',
    facet: 'supplier',
    words: 'Supplier risk',
  },
] as const;

/**
 * Says in sentences where an entity stands, so that a result tells by itself
 * why it was found.
 *
 * @param options - with the titles of the checks that fail
 */
export function complianceDocument(
  entity: EntitySummary,
  options: {
    failing: string[];
    vocabulary: VocabularyResponse;
    location: string;
  },
): ComplianceDocument {
  return {
    title: entity.title ?? entity.name,
    text: textOf(entity, options),
    location: options.location,
    authorization: { resourceRef: entity.entityRef },
    kind: entity.kind,
    namespace: entity.namespace,
    type: entity.type ?? UNSET,
    lifecycle: entity.lifecycle ?? UNSET,
    owner: entity.owner ?? UNSET,
    system: entity.system ?? UNSET,
    serviceTier: entity.serviceTier ?? UNSET,
    classification: entity.classification ?? UNSET,
    continuityTier: entity.continuityTier ?? UNSET,
    supplierRisk: entity.supplierRisk ?? UNSET,
    level: entity.level ?? UNSET,
  };
}

function textOf(
  entity: EntitySummary,
  options: { failing: string[]; vocabulary: VocabularyResponse },
): string {
  const { failing, vocabulary } = options;
  if (entity.assessedAt === undefined) {
    return 'Not assessed yet.';
  }
  return [
    ...facts
      // A service has the risk of its suppliers without being one.
      .filter(
        ({ column, facet }) =>
          entity[column] !== undefined || entity.facets?.includes(facet),
      )
      .map(({ column, scale, words }) => {
        const title = titleOf(vocabulary.scales[scale], entity[column]);
        return `${words}: ${title ?? 'not set'}.`;
      }),
    ...levelOf(entity, vocabulary),
    ...(entity.progress ? [`Profile: ${entity.progress}.`] : []),
    failing.length > 0
      ? `Failing checks: ${failing.join('; ')}.`
      : 'No check is failing.',
  ].join(' ');
}

function levelOf(
  { level, score }: EntitySummary,
  { levels }: VocabularyResponse,
): string[] {
  if (level === undefined) {
    return [];
  }
  const title = level === NO_LEVEL ? 'none' : titleOf(levels, level);
  return [`Level: ${title}, score ${score} of 100.`];
}

/** What a newer configuration does not know any more keeps its id. */
function titleOf(
  levels: readonly { id: string; title: string }[],
  id: string | undefined,
): string | undefined {
  return levels.find(level => level.id === id)?.title ?? id;
}
