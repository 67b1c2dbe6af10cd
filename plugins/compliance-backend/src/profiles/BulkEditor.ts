import {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { BulkResult } from '@service-compliance/backstage-plugin-compliance-common';
import { setImmediate } from 'node:timers/promises';
import { UpdateControl } from '../permissions/UpdateControl';
import { Edit } from './edits';
import { EditOutcome, ProfileEditor } from './ProfileEditor';

/** What became of one entity, with the ids of the fields that changed. */
export interface BulkOutcome {
  result: BulkResult;
  fields: string[];
}

/** Applies an edit to many entities, each of them completely or not at all. */
export class BulkEditor {
  readonly #updates: Pick<UpdateControl, 'select'>;
  readonly #editor: Pick<ProfileEditor, 'apply'>;
  readonly #logger: LoggerService;
  readonly #batchSize: number;

  constructor(options: {
    updates: Pick<UpdateControl, 'select'>;
    editor: Pick<ProfileEditor, 'apply'>;
    logger: LoggerService;
    /** Number of entities that are edited in one transaction. */
    batchSize?: number;
  }) {
    this.#updates = options.updates;
    this.#editor = options.editor;
    this.#logger = options.logger;
    this.#batchSize = options.batchSize ?? 500;
  }

  /**
   * Tells what became of each of the entities as soon as that is known. When
   * something goes wrong after some were written, the others have failed; what
   * goes wrong before that is thrown.
   */
  async *apply(options: {
    entityRefs: string[];
    edit: Edit;
    author: string;
    credentials: BackstageCredentials;
  }): AsyncGenerator<BulkOutcome> {
    const { entityRefs, edit, author, credentials } = options;
    const { readable, editable } = await this.#updates.select(
      entityRefs,
      credentials,
    );
    for (const entityRef of entityRefs.filter(ref => !editable.has(ref))) {
      const outcome = readable.has(entityRef) ? 'forbidden' : 'not-found';
      yield { result: { entityRef, outcome }, fields: [] };
    }
    const refs = entityRefs.filter(ref => editable.has(ref));
    for (let start = 0; start < refs.length; start += this.#batchSize) {
      const batch = refs.slice(start, start + this.#batchSize);
      let outcomes: Map<string, EditOutcome>;
      try {
        outcomes = await this.#editor.apply({
          entityRefs: batch,
          edit,
          action: 'edit',
          author,
        });
      } catch (error) {
        if (start === 0) {
          throw error;
        }
        const failed = refs.slice(start);
        this.#logger.error(
          `A bulk edit failed for the last ${failed.length} of ${refs.length} entities: ${error}`,
        );
        for (const entityRef of failed) {
          yield { result: { entityRef, outcome: 'failed' }, fields: [] };
        }
        return;
      }
      for (const entityRef of batch) {
        yield toBulkOutcome(entityRef, outcomes.get(entityRef));
      }
      // SQLite answers without ever waiting, which would leave no time to
      // answer other requests.
      await setImmediate();
    }
  }
}

function toBulkOutcome(
  entityRef: string,
  outcome: EditOutcome | undefined,
): BulkOutcome {
  if (!outcome) {
    return { result: { entityRef, outcome: 'not-found' }, fields: [] };
  }
  if (outcome.outcome === 'invalid') {
    const { fields } = outcome.error;
    return {
      result: { entityRef, outcome: 'invalid', errors: fields },
      fields: [],
    };
  }
  const { changes, ...result } = outcome;
  return {
    result: { entityRef, ...result },
    fields: changes.map(({ field }) => field),
  };
}
