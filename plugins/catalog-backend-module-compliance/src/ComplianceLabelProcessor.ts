import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { Config } from '@backstage/config';
import {
  filterPredicateToFilterFunction,
  readOptionalFilterPredicateFromConfig,
} from '@backstage/filter-predicates';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  defaultScope,
  effectiveProfile,
  labelsOf,
  readAnnotations,
  readVocabulary,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { annotationsAsText } from './annotationsAsText';
import { annotationWarnings } from './annotationWarnings';
import { LabelFollower } from './LabelFollower';
import { Labels } from './LabelPool';
import { refreshKey } from './refreshKey';
import { replaceLabels } from './replaceLabels';

/** Where the labels that the backend knew last are kept with the entity. */
const LAST_LABELS = 'labels';

/**
 * Gives entities in scope their compliance labels: those that the compliance
 * backend knows, else what their annotations declare. The backend being down
 * removes no label: until the feed was read once after a start, entities keep
 * those they had. Nothing here calls anybody.
 *
 * An annotation that cannot be used never keeps an entity out of the
 * catalog: emitting a processing error would, so it becomes a status item with
 * the level `warning` instead, and its field counts as unset.
 */
export class ComplianceLabelProcessor implements CatalogProcessor {
  readonly #vocabulary: Vocabulary;
  readonly #isInScope: (entity: Entity) => boolean;
  readonly #follower: LabelFollower;

  /**
   * @throws Error when `compliance.scope` or `compliance.vocabulary` is wrong.
   */
  static fromConfig(
    config: Config,
    options: { follower: LabelFollower },
  ): ComplianceLabelProcessor {
    const scope = readOptionalFilterPredicateFromConfig(config, {
      key: 'compliance.scope',
    });
    return new ComplianceLabelProcessor({
      follower: options.follower,
      vocabulary: readVocabulary(config.getOptional('compliance.vocabulary')),
      isInScope: filterPredicateToFilterFunction<Entity>(scope ?? defaultScope),
    });
  }

  private constructor(options: {
    vocabulary: Vocabulary;
    isInScope: (entity: Entity) => boolean;
    follower: LabelFollower;
  }) {
    this.#vocabulary = options.vocabulary;
    this.#isInScope = options.isInScope;
    this.#follower = options.follower;
  }

  /** Key of `catalog.processorOptions` and of stored state: never changes. */
  getProcessorName() {
    return 'ComplianceLabelProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!this.#isInScope(entity)) {
      return entity;
    }
    const entityRef = stringifyEntityRef(entity);
    emit(processingResult.refresh(refreshKey(entityRef)));

    const annotations = annotationsAsText(entity.metadata.annotations);
    const labels = {
      // A label that is newer than what is known comes from here, too.
      ...this.#declaredLabels(annotations),
      ...(await this.#knownLabels(entityRef, cache)),
    };
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        ...(annotations && { annotations }),
        labels: replaceLabels(entity.metadata.labels, labels),
      },
    };
  }

  // The catalog refuses a status that is there before the entity is validated.
  async postProcessEntity(entity: Entity): Promise<AlphaEntity> {
    if (!this.#isInScope(entity)) {
      return entity;
    }
    const { errors } = readAnnotations(
      entity.metadata.annotations,
      this.#vocabulary,
    );
    if (errors.length === 0) {
      return entity;
    }
    const { status } = entity as AlphaEntity;
    return {
      ...entity,
      status: {
        ...status,
        items: [...(status?.items ?? []), ...annotationWarnings(errors)],
      },
    };
  }

  #declaredLabels(annotations: Record<string, string> | undefined): Labels {
    const { values } = readAnnotations(annotations, this.#vocabulary);
    const profile = effectiveProfile({
      declared: values,
      vocabulary: this.#vocabulary,
    });
    return labelsOf(profile);
  }

  /**
   * The labels that the backend knows, or knew last. Declared ones are never
   * kept, as they would outlive what they were declared by.
   */
  async #knownLabels(
    entityRef: string,
    cache: CatalogProcessorCache,
  ): Promise<Labels | undefined> {
    const labels =
      this.#follower.labelsFor(entityRef) ??
      (this.#follower.state === 'behind'
        ? await cache.get<Labels | null>(LAST_LABELS)
        : undefined);
    await cache.set(LAST_LABELS, labels ?? null);
    return labels ?? undefined;
  }
}
