import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { KnownEntity } from '../../catalog/types';
import { readComplianceConfig } from '../../config/readConfig';
import { StandardCatalog } from '../../standards/StandardCatalog';
import { EvaluatedCheck, Rules } from '../Rules';

export const TODAY = '2026-11-22';

/** An entity of the mirror, a service unless something else is said. */
export function entity(
  options: Partial<KnownEntity> & {
    /** Annotations without the prefix `compliance/`. */
    declares?: Record<string, string>;
  } = {},
): KnownEntity {
  const { declares = {}, ...facts } = options;
  const { kind = 'Component', name = 'payments' } = facts;
  return {
    entityRef: `${kind.toLocaleLowerCase('en')}:default/${name}`,
    kind,
    namespace: 'default',
    name,
    type: 'service',
    owners: ['group:default/team-a'],
    missingOwners: [],
    tags: [],
    labels: {},
    dependencies: [],
    ...facts,
    annotations: {
      ...facts.annotations,
      ...Object.fromEntries(
        Object.entries(declares).map(([key, value]) => [
          `compliance/${key}`,
          value,
        ]),
      ),
    },
  };
}

/** A supplier as the default configuration recognises it. */
export const supplier = (options: Parameters<typeof entity>[0] = {}) =>
  entity({ kind: 'Resource', type: 'saas', name: 'acme', ...options });

/** What surrounds an entity; a text is the ref of one that is not known. */
export interface Surroundings {
  dependencies?: (KnownEntity | string)[];
  consumers?: (KnownEntity | string)[];
  today?: string;
}

/** Rules as app-config has them, and ways to apply them. */
export function setUp(compliance: JsonObject = {}, addedChecks: Check[] = []) {
  const config = readComplianceConfig(new ConfigReader({ compliance }));
  const rules = Rules.create({
    config,
    standards: StandardCatalog.create(),
    addedChecks,
  });

  const related = (items: (KnownEntity | string)[] = []) =>
    items.map(item =>
      typeof item === 'string'
        ? { entityRef: item }
        : { entityRef: item.entityRef, facts: rules.factsOf(item) },
    );
  /** All that the rules say about an entity. */
  const evaluate = (
    subject: KnownEntity,
    { dependencies, consumers, today = TODAY }: Surroundings = {},
  ): EvaluatedCheck[] =>
    rules.evaluate({
      entity: rules.factsOf(subject),
      dependencies: related(dependencies),
      consumers: related(consumers),
      today,
      vocabulary: config.vocabulary,
    });
  /** What one check says; undefined when it does not apply. */
  const judge = (
    checkId: string,
    subject: KnownEntity,
    surroundings?: Surroundings,
  ): EvaluatedCheck | undefined =>
    evaluate(subject, surroundings).find(result => result.checkId === checkId);

  return { config, rules, evaluate, judge };
}
