import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { valuesOf } from '../database/json';
import { Access, accessTo } from './Access';
import { conditionsToSql } from './conditions';

/**
 * Refs in one permission request: the permission backend and the catalog both
 * take bodies up to 100 kB, in which the policy's conditions are repeated for
 * each ref.
 */
const CHUNK = 50;

/** The entity is one of those with the refs. */
export function isOneOf(knex: Knex, refs: Iterable<string>): Knex.Raw {
  return knex.raw('entity.entity_ref in ?', [valuesOf(knex, refs)]);
}

/**
 * What the decision about a permission of ours leaves of an access. What only
 * the catalog can tell is asked for each entity of it.
 */
export async function narrow(
  access: Access,
  decision: PolicyDecision,
  options: {
    knex: Knex;
    permissions: PermissionsService;
    permission: ResourcePermission;
    credentials: BackstageCredentials;
  },
): Promise<Access> {
  const { knex } = options;
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    return decision.result === AuthorizeResult.ALLOW
      ? access
      : accessTo([knex.raw('1 = 0')]);
  }
  const condition =
    conditionsToSql(knex, decision.conditions) ??
    isOneOf(knex, await refsAllowedOf(access, options));
  return {
    restrict(query) {
      access.restrict(query);
      query.whereRaw(condition);
    },
  };
}

async function refsAllowedOf(
  access: Access,
  options: Parameters<typeof narrow>[2],
): Promise<string[]> {
  const { knex, permissions, permission, credentials } = options;
  const query = knex('entity');
  access.restrict(query);
  const refs: string[] = await query.pluck('entity_ref');
  const allowed: string[] = [];
  for (let start = 0; start < refs.length; start += CHUNK) {
    const chunk = refs.slice(start, start + CHUNK);
    const decisions = await permissions.authorize(
      chunk.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    allowed.push(
      ...chunk.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }
  return allowed;
}
