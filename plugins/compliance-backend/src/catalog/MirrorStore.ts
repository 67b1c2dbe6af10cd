import {
  compareValues,
  readAnnotations,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { lockNeighbourhood } from '../assessment/lockNeighbourhood';
import { insertRows, rowsOf, valuesOf } from '../database/json';
import { LabelStore } from '../labels/LabelStore';
import { NewRevision, recordRevisions } from '../profiles/recordRevisions';
import { MirroredEntity } from './types';

/** An entity as it is written. */
export interface MirroredRow {
  entity: MirroredEntity;
  /** {@link MirroredRow.entity} as JSON. */
  facts: string;
  /** Values that permission rules match. */
  search: Record<string, string | null>;
  hash: string;
}

const edgeColumns = {
  source_ref: 'text',
  target_ref: 'text',
  type: 'text',
} as const;

/** The tables that the mirror writes. */
export class MirrorStore {
  readonly #knex: Knex;
  readonly #vocabulary: Vocabulary;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    vocabulary: Vocabulary;
    clock?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#vocabulary = options.vocabulary;
    this.#clock = options.clock ?? (() => new Date());
  }

  /**
   * The hash of every entity that is known, and whether one of them waits for
   * an assessment.
   */
  async load(options: {
    rulesHash: string;
    today: string;
  }): Promise<{ hashes: Map<string, string>; pending: boolean }> {
    const rows: { ref: string; hash: string; pending: number }[] =
      await this.#knex('entity').select(
        { ref: 'entity_ref', hash: 'facts_hash' },
        this.#knex.raw(
          `case when dirty or rules_hash is distinct from ? or due_on <= ?
            then 1 else 0 end as pending`,
          [options.rulesHash, options.today],
        ),
      );
    return {
      hashes: new Map(rows.map(({ ref, hash }) => [ref, hash])),
      pending: rows.some(({ pending }) => pending === 1),
    };
  }

  /**
   * Writes new and changed entities, and marks their neighbours as dirty. What
   * changed of their profiles goes into the history.
   */
  async save(rows: MirroredRow[]): Promise<void> {
    const entities = rows.map(({ entity }) => entity);
    const edges = entities.flatMap(({ entityRef, dependencies }) =>
      dependencies.map(({ targetRef, type }) => ({
        source_ref: entityRef,
        target_ref: targetRef,
        type,
      })),
    );
    const owners = entities.flatMap(({ entityRef, owners: ownerRefs }) =>
      ownerRefs.map(owner_ref => ({ entity_ref: entityRef, owner_ref })),
    );

    await this.#knex.transaction(async tx => {
      const entityRefs = entities.map(({ entityRef }) => entityRef);
      const refs = valuesOf(tx, entityRefs);
      await lockNeighbourhood(
        tx,
        entityRefs,
        edges.map(edge => edge.target_ref),
      );
      const revisions = this.#compare(
        await tx('entity_facts')
          .whereRaw('entity_ref in ?', [refs])
          .pluck<string[]>('facts'),
        entities,
      );
      await insertRows(tx, 'entity', {
        columns: {
          entity_ref: 'text',
          kind: 'text',
          namespace: 'text',
          name: 'text',
          title: 'text',
          search_text: 'text',
          type: 'text',
          lifecycle: 'text',
          owner: 'text',
          system: 'text',
          domain: 'text',
          facts_hash: 'text',
          dirty: 'boolean',
        },
        rows: rows.map(toEntityRow),
        conflict: ['entity_ref'],
      });
      await insertRows(tx, 'entity_facts', {
        columns: { entity_ref: 'text', facts: 'text' },
        rows: rows.map(({ entity, facts }) => ({
          entity_ref: entity.entityRef,
          facts,
        })),
        conflict: ['entity_ref'],
      });

      await tx('entity_property').whereRaw('entity_ref in ?', [refs]).delete();
      await insertRows(tx, 'entity_property', {
        columns: { entity_ref: 'text', property: 'text', value: 'text' },
        rows: rows.flatMap(({ entity, search }) =>
          Object.entries(search).map(([property, value]) => ({
            entity_ref: entity.entityRef,
            property,
            value,
          })),
        ),
      });

      await tx('entity_owner').whereRaw('entity_ref in ?', [refs]).delete();
      await insertRows(tx, 'entity_owner', {
        columns: { entity_ref: 'text', owner_ref: 'text' },
        rows: owners,
      });

      // Neighbours by the old and by the new dependencies are concerned, so
      // the old ones go last.
      await insertRows(tx, 'entity_dependency', {
        columns: edgeColumns,
        rows: edges,
        conflict: Object.keys(edgeColumns),
      });
      await markNeighbours(tx, refs);
      await tx('entity_dependency')
        .whereRaw('source_ref in ?', [refs])
        .whereRaw(
          '(source_ref, target_ref, type) not in (select source_ref, target_ref, type from ?)',
          [rowsOf(tx, edgeColumns, edges)],
        )
        .delete();
      await recordRevisions(tx, revisions, this.#clock().toISOString());
    });
  }

  /**
   * Removes entities with all that is known about them, but for what was
   * entered in the portal and the history of that: they may come back.
   *
   * @returns how many of them had labels
   */
  async remove(entityRefs: string[]): Promise<number> {
    return this.#knex.transaction(async tx => {
      const refs = valuesOf(tx, entityRefs);
      // An assessment of them that is under way ends before its results are
      // removed.
      await lockNeighbourhood(tx, entityRefs);
      await tx('entity').whereRaw('entity_ref in ?', [refs]).delete();
      await markNeighbours(tx, refs);
      await tx('entity_dependency')
        .whereRaw('source_ref in ?', [refs])
        .delete();
      for (const table of [
        'entity_facts',
        'entity_property',
        'entity_owner',
        'entity_field',
        'check_result',
        'check_change',
        'score_change',
      ]) {
        await tx(table).whereRaw('entity_ref in ?', [refs]).delete();
      }
      return new LabelStore(tx).retract(entityRefs);
    });
  }

  /**
   * What Git declares differently than before. Nothing about entities that are
   * new.
   *
   * @param old - the facts as they were, as JSON
   */
  #compare(old: string[], entities: MirroredEntity[]): NewRevision[] {
    const before = new Map(
      old
        .map(facts => JSON.parse(facts) as MirroredEntity)
        .map(({ entityRef, annotations }) => [entityRef, annotations]),
    );
    return entities.flatMap(({ entityRef, annotations }) => {
      if (!before.has(entityRef)) {
        return [];
      }
      const [from, to] = [before.get(entityRef), annotations].map(
        authored => readAnnotations(authored, this.#vocabulary).values,
      );
      const changes = compareValues(from, to);
      return changes.length > 0
        ? [{ entityRef, source: 'git', action: 'declare', changes }]
        : [];
    });
  }
}

function toEntityRow({ entity, hash }: MirroredRow) {
  const { name, title } = entity;
  return {
    entity_ref: entity.entityRef,
    kind: entity.kind,
    namespace: entity.namespace,
    name,
    title,
    search_text: [name, title].join(' ').toLowerCase(),
    type: entity.type,
    lifecycle: entity.lifecycle,
    owner: entity.owners[0],
    system: entity.system,
    domain: entity.domain,
    facts_hash: hash,
    dirty: true,
  };
}

/** What depends on the entities, and what they depend on, is assessed again. */
async function markNeighbours(tx: Knex, refs: Knex.Raw): Promise<void> {
  await tx('entity')
    .where({ dirty: false })
    .whereIn(
      'entity_ref',
      tx('entity_dependency')
        .select('target_ref')
        .whereRaw('source_ref in ?', [refs])
        .union(
          tx('entity_dependency')
            .select('source_ref')
            .whereRaw('target_ref in ?', [refs]),
        ),
    )
    .update({ dirty: true });
}
