import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { AccessControl } from '../permissions/AccessControl';
import { profileNotFound } from '../permissions/notFound';
import { ScorecardReader } from '../reporting/ScorecardReader';

/** How inputs say which entity is meant. */
export const ENTITY_REF_DESCRIPTION =
  'Which entity, as an entity ref such as component:default/payments-api. A name alone means a component in the namespace default.';

/** Reads one entity on behalf of whoever calls an action. */
export class ServiceReader {
  readonly #access: AccessControl;
  readonly #scorecards: ScorecardReader;

  constructor(options: { access: AccessControl; scorecards: ScorecardReader }) {
    this.#access = options.access;
    this.#scorecards = options.scorecards;
  }

  /**
   * @throws InputError when the ref is none, NotFoundError when there is no such
   * entity or the caller may not see it.
   */
  async read(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<EntityResponse> {
    const entityRef = readEntityRef(ref);
    const entity = (await this.#access.mayRead(entityRef, credentials))
      ? await this.#scorecards.read(entityRef, {
          access: () => this.#access.accessOf(credentials),
          // Actions do not edit.
          mayUpdate: async () => false,
        })
      : undefined;
    if (!entity) {
      throw profileNotFound(entityRef);
    }
    return entity;
  }
}

function readEntityRef(ref: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind: 'component' }),
    );
  } catch {
    throw new InputError(
      `Invalid entityRef '${ref}', expected an entity ref such as 'component:default/payments-api'`,
    );
  }
}
