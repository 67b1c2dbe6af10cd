import { Entity } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import { Config } from '@backstage/config';
import {
  filterPredicateToFilterFunction,
  readOptionalFilterPredicateFromConfig,
} from '@backstage/filter-predicates';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
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
import { replaceLabels } from './replaceLabels';

/**
 * Gives entities in scope their compliance labels, from what their annotations
 * declare. An annotation that cannot be used never keeps an entity out of the
 * catalog: emitting a processing error would, so it becomes a status item with
 * the level `warning` instead, and its field counts as unset.
 *
 * It works with what the entity carries alone and calls nobody.
 */
export class ComplianceLabelProcessor implements CatalogProcessor {
  readonly #vocabulary: Vocabulary;
  readonly #isInScope: (entity: Entity) => boolean;

  /**
   * @throws Error when `compliance.scope` or `compliance.vocabulary` is wrong.
   */
  static fromConfig(config: Config): ComplianceLabelProcessor {
    const scope = readOptionalFilterPredicateFromConfig(config, {
      key: 'compliance.scope',
    });
    return new ComplianceLabelProcessor({
      vocabulary: readVocabulary(config.getOptional('compliance.vocabulary')),
      isInScope: filterPredicateToFilterFunction<Entity>(scope ?? defaultScope),
    });
  }

  private constructor(options: {
    vocabulary: Vocabulary;
    isInScope: (entity: Entity) => boolean;
  }) {
    this.#vocabulary = options.vocabulary;
    this.#isInScope = options.isInScope;
  }

  /** Key of `catalog.processorOptions` and of stored state: never changes. */
  getProcessorName() {
    return 'ComplianceLabelProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (!this.#isInScope(entity)) {
      return entity;
    }
    const annotations = annotationsAsText(entity.metadata.annotations);
    const { values } = readAnnotations(annotations, this.#vocabulary);
    const profile = effectiveProfile({
      declared: values,
      vocabulary: this.#vocabulary,
    });
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        ...(annotations && { annotations }),
        labels: replaceLabels(entity.metadata.labels, labelsOf(profile)),
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
}
