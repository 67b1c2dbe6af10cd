import {
  CheckFacts,
  EditedProfile,
  EntityFacts,
  RelatedEntity,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Rules } from '../checks/Rules';
import { AssessmentStore, Edge, StoredEntity } from './AssessmentStore';
import { groupBy } from './groupBy';

/** Some entities with what they depend on and what depends on them. */
export class Neighbourhood {
  readonly #rules: Rules;
  readonly #entities: Map<string, StoredEntity>;
  readonly #consumers: Map<string, Edge[]>;
  readonly #edges: Edge[];
  readonly #facts = new Map<string, EntityFacts>();

  private constructor(rules: Rules, entities: StoredEntity[], edges: Edge[]) {
    this.#rules = rules;
    this.#entities = new Map(
      entities.map(stored => [stored.entity.entityRef, stored]),
    );
    this.#edges = edges;
    this.#consumers = groupBy(edges, ({ targetRef }) => targetRef);
  }

  /**
   * Reads entities and their neighbours with two statements.
   *
   * @param options - `edits` are taken instead of what was entered in the
   * portal, by ref of the entity
   */
  static async read(
    refs: string[],
    options: {
      store: AssessmentStore;
      rules: Rules;
      edits?: Map<string, EditedProfile>;
    },
  ): Promise<Neighbourhood> {
    const { store, rules, edits } = options;
    const edges = await store.edges(refs);
    const entities = await store.entities(
      new Set([
        ...refs,
        ...edges.flatMap(({ sourceRef, targetRef }) => [sourceRef, targetRef]),
      ]),
    );
    for (const { entity } of entities) {
      entity.edited = edits?.get(entity.entityRef) ?? entity.edited;
    }
    return new Neighbourhood(rules, entities, edges);
  }

  /** Undefined when the mirror does not have the entity. */
  find(entityRef: string): StoredEntity | undefined {
    return this.#entities.get(entityRef);
  }

  /** Direct neighbours of entities, as far as the mirror has them. */
  neighboursOf(entityRefs: string[]): string[] {
    const refs = new Set(entityRefs);
    const neighbours = this.#edges.flatMap(({ sourceRef, targetRef }) => [
      ...(refs.has(sourceRef) ? [targetRef] : []),
      ...(refs.has(targetRef) ? [sourceRef] : []),
    ]);
    return [...new Set(neighbours)].filter(ref => this.#entities.has(ref));
  }

  /** What checks may know about one of the entities; always in one order. */
  factsOf(
    entityRef: string,
  ): Pick<CheckFacts, 'entity' | 'dependencies' | 'consumers'> {
    const stored = this.#entities.get(entityRef)!;
    const consumers = this.#consumers.get(entityRef) ?? [];
    return {
      entity: this.#interpret(stored),
      dependencies: this.#related(
        stored.entity.dependencies.map(({ targetRef }) => targetRef),
      ),
      consumers: this.#related(consumers.map(({ sourceRef }) => sourceRef)),
    };
  }

  /**
   * Most checks look at none of them, and those of a hub are many: what they
   * are is only found out when it is asked for.
   */
  #related(refs: string[]): RelatedEntity[] {
    const factsOf = (entityRef: string) => {
      const stored = this.#entities.get(entityRef);
      return stored && this.#interpret(stored);
    };
    return [...new Set(refs)].sort().map(entityRef => ({
      entityRef,
      get facts() {
        return factsOf(entityRef);
      },
    }));
  }

  /** Once for each entity, whosever neighbour it is. */
  #interpret({ entity }: StoredEntity): EntityFacts {
    let facts = this.#facts.get(entity.entityRef);
    if (!facts) {
      facts = this.#rules.factsOf(entity);
      this.#facts.set(entity.entityRef, facts);
    }
    return facts;
  }
}
