import {
  DependenciesResponse,
  Vocabulary,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import {
  KnownEntityRow,
  selectKnown,
  toKnownEntity,
} from '../catalog/knownEntity';
import { Rules } from '../checks/Rules';
import { valuesOf } from '../database/json';
import {
  recoveryIn,
  supplierRiskIn,
  TreeFacts,
  treeOf,
} from '../dependencies/dependencyTree';
import { Direction, stepsFrom } from '../dependencies/reach';
import { Access } from '../permissions/Access';

/** Number of dependencies that are told in each direction. */
const MAX_STEPS = 500;

interface EntityRow extends KnownEntityRow {
  level: string | null;
}

/** Answers what is around an entity: three statements, however much it is. */
export class DependencyReader {
  readonly #knex: Knex;
  readonly #rules: Rules;
  readonly #vocabulary: Vocabulary;

  constructor(options: { knex: Knex; rules: Rules; vocabulary: Vocabulary }) {
    this.#knex = options.knex;
    this.#rules = options.rules;
    this.#vocabulary = options.vocabulary;
  }

  /**
   * Undefined when the mirror does not have the entity. Whether the reader may
   * see it at all is for the caller to know.
   *
   * @param options - `depth` is the number of steps
   */
  async read(
    entityRef: string,
    options: { access: Access; depth: number },
  ): Promise<DependenciesResponse | undefined> {
    const { access, depth } = options;
    // One more than is told shows whether there are more.
    const around = (direction: Direction) =>
      stepsFrom(this.#knex, {
        root: entityRef,
        direction,
        depth,
        limit: MAX_STEPS + 1,
        access,
      });
    const [dependencies, dependents] = await Promise.all([
      around('dependencies'),
      around('dependents'),
    ]);
    const facts = await this.#facts(
      new Set([
        entityRef,
        ...[...dependencies, ...dependents].map(({ to }) => to),
      ]),
    );
    if (!facts.has(entityRef)) {
      return undefined;
    }
    const factsOf = (ref: string): TreeFacts => ({
      ...(facts.get(ref) ?? { entityRef: ref, isSupplier: false }),
    });
    const [down, up] = [dependencies, dependents].map(steps =>
      treeOf({
        root: entityRef,
        steps: steps.slice(0, MAX_STEPS),
        depth,
        isComplete: steps.length <= MAX_STEPS,
        factsOf,
      }),
    );
    return {
      dependencies: down.root,
      dependents: up.root,
      truncated:
        dependencies.length > MAX_STEPS ||
        dependents.length > MAX_STEPS ||
        undefined,
      supplierRisk: supplierRiskIn(down, {
        factsOf,
        risks: this.#vocabulary.scales.risk.map(({ id }) => id),
      }),
      recovery: recoveryIn(down, factsOf),
    };
  }

  async #facts(entityRefs: Set<string>): Promise<Map<string, TreeFacts>> {
    const knex = this.#knex;
    const rows: EntityRow[] = await selectKnown(knex('entity'))
      .select('level')
      .whereRaw('entity.entity_ref in ?', [valuesOf(knex, entityRefs)]);
    return new Map(
      rows.map(row => {
        const facts = this.#factsOf(row);
        return [facts.entityRef, facts];
      }),
    );
  }

  #factsOf(row: EntityRow): TreeFacts {
    const { profile, ...known } = this.#rules.factsOf(toKnownEntity(row));
    return {
      entityRef: known.entityRef,
      title: known.title,
      kind: known.kind,
      type: known.type,
      isSupplier: known.isSupplier,
      serviceTier: profile.serviceLevel.tier?.value,
      classification: profile.information.classification?.value,
      continuityTier: profile.continuity.tier?.value,
      rto: profile.continuity.rto?.value,
      residualRisk: known.isSupplier
        ? profile.supplier.residualRisk?.value
        : undefined,
      level: row.level ?? undefined,
    };
  }
}
