import {
  CheckFacts,
  EntityFacts,
  RelatedEntity,
} from '@service-compliance/backstage-plugin-compliance-common';
import { MirroredEntity } from '../catalog/types';
import { Rules } from '../checks/Rules';
import { AssessmentStore } from './AssessmentStore';
import { groupBy } from './groupBy';

const targetsOf = ({ dependencies }: MirroredEntity) =>
  dependencies.map(({ targetRef }) => targetRef);

/** Some entities with what they depend on and what depends on them. */
export class Neighbourhood {
  readonly #rules: Rules;
  readonly #entities: Map<string, MirroredEntity>;
  readonly #consumers: Map<string, { source_ref: string }[]>;
  readonly #facts = new Map<string, EntityFacts>();

  private constructor(
    rules: Rules,
    entities: MirroredEntity[],
    consumers: Map<string, { source_ref: string }[]>,
  ) {
    this.#rules = rules;
    this.#entities = new Map(
      entities.map(entity => [entity.entityRef, entity]),
    );
    this.#consumers = consumers;
  }

  /** Reads the neighbours of entities with two statements. */
  static async read(
    entities: MirroredEntity[],
    options: { store: AssessmentStore; rules: Rules },
  ): Promise<Neighbourhood> {
    const { store, rules } = options;
    const refs = new Set(entities.map(({ entityRef }) => entityRef));
    const edges = await store.consumersOf([...refs]);
    const neighbours = new Set([
      ...edges.map(edge => edge.source_ref),
      ...entities.flatMap(targetsOf),
    ]);
    const others = [...neighbours].filter(ref => !refs.has(ref));
    return new Neighbourhood(
      rules,
      [...entities, ...(await store.entities(others))],
      groupBy(edges, edge => edge.target_ref),
    );
  }

  /** What checks may know about one of the entities; always in one order. */
  factsOf(
    entityRef: string,
  ): Pick<CheckFacts, 'entity' | 'dependencies' | 'consumers'> {
    const entity = this.#entities.get(entityRef)!;
    const edges = this.#consumers.get(entityRef) ?? [];
    return {
      entity: this.#interpret(entity),
      dependencies: this.#related(new Set(targetsOf(entity))),
      consumers: this.#related(edges.map(edge => edge.source_ref)),
    };
  }

  #related(refs: Iterable<string>): RelatedEntity[] {
    return [...refs].sort().map(entityRef => {
      const entity = this.#entities.get(entityRef);
      return { entityRef, facts: entity && this.#interpret(entity) };
    });
  }

  /** Once for each entity, whosever neighbour it is. */
  #interpret(entity: MirroredEntity): EntityFacts {
    let facts = this.#facts.get(entity.entityRef);
    if (!facts) {
      facts = this.#rules.factsOf(entity);
      this.#facts.set(entity.entityRef, facts);
    }
    return facts;
  }
}
