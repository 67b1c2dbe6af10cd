import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  CheckStatus,
  Progress,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';

/** An entity in the database, with what matters to a test. */
export interface EntityFixture {
  name: string;
  kind?: string;
  namespace?: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  owners?: string[];
  system?: string;
  domain?: string;
  serviceTier?: string;
  classification?: string;
  continuityTier?: string;
  supplierRisk?: string;
  score?: number;
  level?: string;
  openFindings?: number;
  /** Values that permission rules match. */
  search?: Record<string, string | null>;
  progress?: Progress;
  /** Ids of fields. */
  missing?: string[];
  gain?: number;
  results?: Record<
    string,
    CheckStatus | { status: CheckStatus; dueOn?: string }
  >;
}

/** Writes entities as the mirror and the assessment do. */
export async function insertEntities(
  knex: Knex,
  fixtures: EntityFixture[],
): Promise<void> {
  const at = '2026-11-22T08:00:00.000Z';
  const entities = fixtures.map(fixture => {
    const { name, kind = 'Component', namespace = 'default' } = fixture;
    return {
      fixture,
      row: {
        entity_ref: stringifyEntityRef({ kind, namespace, name }),
        kind,
        namespace,
        name,
        title: fixture.title,
        search_text: `${name} ${fixture.title ?? ''}`.toLowerCase(),
        type: fixture.type,
        lifecycle: fixture.lifecycle,
        owner: fixture.owners?.[0],
        system: fixture.system,
        domain: fixture.domain,
        facts_hash: '',
        dirty: false,
        service_tier: fixture.serviceTier,
        classification: fixture.classification,
        continuity_tier: fixture.continuityTier,
        supplier_risk: fixture.supplierRisk,
        score: fixture.score,
        strict_score: fixture.score,
        level: fixture.level,
        open_findings: fixture.openFindings ?? 0,
        progress: fixture.progress,
        missing: fixture.missing && JSON.stringify(fixture.missing),
        gain: fixture.gain,
        gain_per_field:
          fixture.missing?.length && fixture.gain !== undefined
            ? fixture.gain / fixture.missing.length
            : undefined,
        assessed_at: at,
      },
    };
  });
  const owners = entities.flatMap(({ fixture, row }) =>
    (fixture.owners ?? []).map(owner_ref => ({
      entity_ref: row.entity_ref,
      owner_ref,
    })),
  );
  const results = entities.flatMap(({ fixture, row }) =>
    Object.entries(fixture.results ?? {}).map(([check_id, result]) => ({
      entity_ref: row.entity_ref,
      check_id,
      status: typeof result === 'string' ? result : result.status,
      due_on: typeof result === 'string' ? undefined : result.dueOn,
      finding: 'Found.',
      expected: 'Expected.',
      upcoming: false,
      since: at,
    })),
  );
  const properties = entities.flatMap(({ fixture, row }) =>
    Object.entries(fixture.search ?? {}).map(([property, value]) => ({
      entity_ref: row.entity_ref,
      property,
      value,
    })),
  );
  await knex.batchInsert(
    'entity',
    entities.map(({ row }) => row),
    20,
  );
  await knex.batchInsert(
    'entity_facts',
    entities.map(({ row }) => ({ entity_ref: row.entity_ref, facts: '{}' })),
    100,
  );
  await knex.batchInsert('entity_property', properties, 100);
  await knex.batchInsert('entity_owner', owners, 100);
  await knex.batchInsert('check_result', results, 100);
}
