import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { defineStandard } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { StandardCatalog } from '../../standards/StandardCatalog';
import { DeclaredStatements } from '../DeclaredStatements';
import { Statements } from '../Statements';

/** A standard with three controls. */
export const house = defineStandard({
  id: 'house',
  title: 'House rules',
  managementSystem: 'isms',
  themes: [{ id: 'A', title: 'House' }],
  clauses: [
    { id: '1', title: 'Rules' },
    { id: 'A.1', title: 'Doors', kind: 'control' },
    { id: 'A.2', title: 'Windows', kind: 'control' },
    { id: 'A.10', title: 'Cellar', kind: 'control' },
  ],
});

export const applied = {
  applicable: true,
  reasons: ['risk-treatment'],
  implementation: 'planned',
};
export const excluded = { applicable: false, exclusion: 'There is no cellar.' };

/** As app-config would declare them, by standard. */
export function declare(
  configured: Record<string, Record<string, JsonObject>> = {},
): DeclaredStatements {
  return DeclaredStatements.create({
    configured: Object.entries(configured).map(([standard, entries]) => ({
      standard,
      entries,
    })),
    standards: StandardCatalog.create({ standards: [house] }),
  });
}

/** Statements that anybody may read and change. */
export function statementsIn(
  knex: Knex,
  declared: DeclaredStatements,
): Statements {
  return new Statements({
    knex,
    auth: mockServices.auth(),
    permissions: mockServices.permissions.mock(),
    declared,
    clock: () => new Date('2026-06-15T08:00:00Z'),
  });
}
