import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EditedProfile,
  FieldChange,
  InvalidValuesError,
  ProfileRevision,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { Assessor } from '../assessment/Assessor';
import { lockNeighbourhood } from '../assessment/lockNeighbourhood';
import { SupplierRisk } from '../dependencies/SupplierRisk';
import { Announcer } from './Announcer';
import { Edit } from './edits';
import { ProfileStore } from './ProfileStore';
import { NewRevision, recordRevisions } from './recordRevisions';
import { withoutStatement } from '../database/withoutStatement';

/** What became of one entity. */
export type EditOutcome =
  | {
      outcome: 'saved' | 'unchanged';
      version: string;
      changes: FieldChange[];
      score?: number;
      level?: string;
    }
  | { outcome: 'invalid'; error: InvalidValuesError };

/**
 * Writes edits of profiles, the history of them and what follows for scores,
 * findings and labels in one transaction; what depends on a supplier inherits
 * another risk right after it.
 */
export class ProfileEditor {
  readonly #knex: Knex;
  readonly #assessor: Assessor;
  readonly #supplierRisk: SupplierRisk;
  readonly #announcer: Announcer;
  readonly #logger: LoggerService;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    assessor: Assessor;
    supplierRisk: SupplierRisk;
    announcer: Announcer;
    logger: LoggerService;
    clock?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#assessor = options.assessor;
    this.#supplierRisk = options.supplierRisk;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
    this.#clock = options.clock ?? (() => new Date());
  }

  /**
   * Applies an edit to entities, in a number of statements that does not depend
   * on theirs. One that it is not valid for stays as it is; any other error of
   * the edit is thrown, and nothing at all is written.
   *
   * @param options - `author` is the ref of a user
   * @returns what became of the entities that the mirror has, by their refs
   */
  async apply(options: {
    entityRefs: string[];
    edit: Edit;
    action: ProfileRevision['action'];
    author: string;
  }): Promise<Map<string, EditOutcome>> {
    const { outcomes, labels, suppliers } = await this.#knex
      .transaction(tx => this.#write(tx, options))
      .catch(error => {
        throw withoutStatement(error, 'The profile could not be written');
      });
    const inherited = await this.#inherit(suppliers);
    const versions = new Map<string, string>();
    for (const [entityRef, result] of outcomes) {
      if (result.outcome === 'saved') {
        versions.set(entityRef, result.version);
      }
    }
    this.#announcer.announce({ versions, labels: labels + inherited > 0 });
    return outcomes;
  }

  /**
   * Everything is saved by then, and what cannot be done here does the next
   * cycle.
   *
   * @returns the number of entities with other labels than before
   */
  async #inherit(suppliers: string[]): Promise<number> {
    if (suppliers.length === 0) {
      return 0;
    }
    try {
      return (await this.#supplierRisk.updateFrom(suppliers)).labels;
    } catch (error) {
      const reason = 'Their risk could not be inherited';
      this.#logger.warn(
        `What depends on ${
          suppliers.length
        } suppliers is brought up to date by the next cycle: ${withoutStatement(
          error,
          reason,
        )}`,
      );
      return 0;
    }
  }

  async #write(
    tx: Knex,
    options: Parameters<ProfileEditor['apply']>[0],
  ): Promise<{
    outcomes: Map<string, EditOutcome>;
    labels: number;
    suppliers: string[];
  }> {
    const { entityRefs, edit, action, author } = options;
    const store = new ProfileStore(tx);
    const locked = await lockNeighbourhood(tx, entityRefs);
    const outcomes = new Map<string, EditOutcome>();
    const edits = new Map<string, EditedProfile>();
    const revisions: NewRevision[] = [];

    for (const [entityRef, profile] of await store.read(entityRefs)) {
      const { version, score, level } = profile;
      try {
        const { edited, changes } = edit(profile);
        outcomes.set(entityRef, {
          outcome: 'unchanged',
          version,
          changes,
          score,
          level,
        });
        if (changes.length > 0) {
          edits.set(entityRef, edited);
          revisions.push({
            entityRef,
            source: 'portal',
            action,
            author,
            changes,
          });
        }
      } catch (error) {
        if (!(error instanceof InvalidValuesError)) {
          throw error;
        }
        outcomes.set(entityRef, { outcome: 'invalid', error });
      }
    }
    if (revisions.length === 0) {
      return { outcomes, labels: 0, suppliers: [] };
    }

    await store.write(edits);
    await recordRevisions(tx, revisions, this.#clock().toISOString());
    const { labels, suppliers } = await this.#assessor.assessNow(tx, locked, {
      first: [...edits.keys()],
    });
    const saved = await store.read([...edits.keys()]);
    for (const { entityRef, changes } of revisions) {
      const { version, score, level } = saved.get(entityRef)!;
      outcomes.set(entityRef, {
        outcome: 'saved',
        version,
        changes,
        score,
        level,
      });
    }
    return { outcomes, labels, suppliers };
  }
}
