import {
  EntityResponse,
  readAnnotations,
  readEdited,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { AssessmentStore } from '../assessment/AssessmentStore';
import {
  KnownEntityRow,
  selectKnown,
  toKnownEntity,
} from '../catalog/knownEntity';
import { Rules } from '../checks/Rules';
import { Access, askedOnce } from '../permissions/Access';
import { hiddenRefs } from '../permissions/hiddenRefs';
import { editUrlOf } from '../profiles/editUrlOf';
import { LiveChannels } from '../profiles/liveChannels';
import { lastRevision, versionOf } from '../profiles/ProfileStore';
import { ResultExplainer } from './ResultExplainer';

interface EntityRow extends KnownEntityRow {
  revision: number | null;
  score: number | null;
  strict_score: number | null;
  level: string | null;
  supplier_risk: string | null;
  supplier_risk_path: string | null;
  assessed_at: string | null;
  catalog_read_at: string | null;
}

/** Who reads an entity. */
export interface Reader {
  /** What they may see of other entities; not asked for without need. */
  access(): Promise<Access>;
  /** Whether they may edit the profile of an entity with these owners. */
  mayUpdate(owners: string[]): Promise<boolean>;
}

/**
 * Answers the profile and scorecard of one entity with three statements, and a
 * fourth one when it needs a supplier.
 */
export class ScorecardReader {
  readonly #knex: Knex;
  readonly #rules: Rules;
  readonly #vocabulary: Vocabulary;
  readonly #explainer: ResultExplainer;
  readonly #channelOf: LiveChannels;

  constructor(options: {
    knex: Knex;
    rules: Rules;
    vocabulary: Vocabulary;
    channelOf: LiveChannels;
  }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#vocabulary = options.vocabulary;
    this.#explainer = new ResultExplainer(options);
    this.#channelOf = options.channelOf;
  }

  /**
   * Undefined when the mirror does not have the entity. Whether the reader may
   * see it at all is for the caller to know.
   */
  async read(
    entityRef: string,
    reader: Reader,
  ): Promise<EntityResponse | undefined> {
    const row = await this.#row(entityRef);
    if (!row) {
      return undefined;
    }
    const access = askedOnce(() => reader.access());
    const results = await new AssessmentStore(this.#knex).results([entityRef]);
    const entity = toKnownEntity(row);
    const facts = this.#rules.factsOf(entity);
    return {
      entityRef,
      version: versionOf(row.revision),
      mayUpdate: await reader.mayUpdate(entity.owners),
      declared: readAnnotations(entity.annotations, this.#vocabulary).values,
      edited: readEdited(entity.edited?.values ?? {}, this.#vocabulary).values,
      editUrl: editUrlOf(entity),
      liveChannel: this.#channelOf(entityRef),
      title: entity.title,
      isSupplier: facts.isSupplier,
      facets: facts.facets,
      profile: { ...facts.profile, errors: facts.errors },
      supplierRisk: await this.#supplierRisk(row, access),
      scorecard: {
        score: row.score ?? undefined,
        strictScore: row.strict_score ?? undefined,
        level: row.level ?? undefined,
        results: await this.#explainer.explain(results, access),
      },
      assessedAt: row.assessed_at ?? undefined,
      catalogReadAt: row.catalog_read_at ?? undefined,
    };
  }

  /** The chain is told as a whole or not at all. */
  async #supplierRisk(
    { supplier_risk: risk, supplier_risk_path: path }: EntityRow,
    access: () => Promise<Access>,
  ): Promise<EntityResponse['supplierRisk']> {
    if (risk === null || path === null) {
      return undefined;
    }
    const refs: string[] = JSON.parse(path);
    const others = new Set(refs.slice(1));
    const hidden = await hiddenRefs(this.#knex, others, access);
    return { risk, path: hidden.size > 0 ? undefined : refs };
  }

  async #row(entityRef: string): Promise<EntityRow | undefined> {
    const knex = this.#knex;
    return selectKnown(knex('entity'))
      .where('entity.entity_ref', entityRef)
      .first<EntityRow | undefined>(
        'score',
        'strict_score',
        'level',
        'supplier_risk',
        'supplier_risk_path',
        'assessed_at',
        lastRevision(knex),
        knex('run')
          .max('started_at')
          .where({ task: 'mirror', outcome: 'success' })
          .as('catalog_read_at'),
      );
  }
}
