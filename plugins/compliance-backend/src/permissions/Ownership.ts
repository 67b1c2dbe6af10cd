import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { RELATION_CHILD_OF } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** Tells what users own things as: themselves, their groups and those above. */
export class Ownership {
  readonly #userInfo: UserInfoService;
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  readonly #auth: AuthService;

  constructor(options: {
    userInfo: UserInfoService;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    auth: AuthService;
  }) {
    this.#userInfo = options.userInfo;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** All refs that somebody owns things as; none for services. */
  async refsOf(credentials: BackstageCredentials): Promise<string[]> {
    const refs: string[] = [];
    for await (const level of this.#levels(credentials)) {
      refs.push(...level);
    }
    return refs;
  }

  /** Whether somebody is one of the owners; asks no more than is needed. */
  async isOneOf(
    owners: string[],
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (owners.length === 0) {
      return false;
    }
    for await (const level of this.#levels(credentials)) {
      if (level.some(ref => owners.includes(ref))) {
        return true;
      }
    }
    return false;
  }

  /**
   * First what the identity of the user says, then the groups above, one level
   * after the other, each ref once. Groups are looked up as ourselves, because
   * who owns something must not depend on which groups the user can see.
   */
  async *#levels(credentials: BackstageCredentials): AsyncGenerator<string[]> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return;
    }
    const { ownershipEntityRefs } = await this.#userInfo.getUserInfo(
      credentials,
    );
    const seen = new Set<string>();
    let level = ownershipEntityRefs.map(ref => ref.toLowerCase());
    while (level.length > 0) {
      level.forEach(ref => seen.add(ref));
      yield level;
      const groups = level.filter(ref => ref.startsWith('group:'));
      const parents = groups.length > 0 ? await this.#parentsOf(groups) : [];
      level = [...new Set(parents)].filter(ref => !seen.has(ref));
    }
  }

  async #parentsOf(groups: string[]): Promise<string[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs: groups, fields: ['relations'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return items.flatMap(group =>
      (group?.relations ?? [])
        .filter(({ type }) => type === RELATION_CHILD_OF)
        .map(({ targetRef }) => targetRef),
    );
  }
}
