import { DocumentValues } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { insertRows, isPostgres, valuesOf } from '../database/json';
import {
  Change,
  DeclaredDocument,
  DeclaringSource,
  StoredDocument,
} from './types';

interface DocumentRow {
  id: string;
  source: DeclaringSource | null;
  declared_by: string | null;
  declared: string | null;
  problems: string | null;
  edited: string | null;
  revision: number;
  changed_at: string | null;
  changed_by: string | null;
}

/** A document, and the revision that it must still have if it matters. */
export interface Target {
  id: string;
  revision?: number;
}

/** What the declaration of a document is compared by. */
const contentOf = (row: Partial<DocumentRow> | undefined) =>
  JSON.stringify([
    row?.source,
    row?.declared_by,
    row?.declared,
    row?.problems ?? null,
  ]);

/** The documents of the register. */
export class DocumentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(): Promise<StoredDocument[]> {
    const rows: DocumentRow[] = await this.#knex('document');
    return rows.map(toStored);
  }

  async find(id: string): Promise<StoredDocument | undefined> {
    const row = await this.#knex<DocumentRow>('document').where({ id }).first();
    return row && toStored(row);
  }

  async count(): Promise<number> {
    const [{ total }] = await this.#knex('document').count({ total: '*' });
    return Number(total);
  }

  /** Adds a document that is declared nowhere. */
  async add(id: string, values: DocumentValues, change: Change): Promise<void> {
    await this.#knex('document').insert({
      id,
      edited: JSON.stringify(values),
      revision: 1,
      changed_at: change.at,
      changed_by: change.by,
    });
  }

  /**
   * Replaces what the portal says about a document.
   *
   * @returns false when it is gone or has another revision by now
   */
  async edit(
    target: Target,
    values: DocumentValues,
    change: Change,
  ): Promise<boolean> {
    return this.#update(target, JSON.stringify(values), change);
  }

  /** Lets the declaration hold again; returns as {@link DocumentStore.edit}. */
  async withdraw(target: Target, change: Change): Promise<boolean> {
    return this.#update(target, null, change);
  }

  /** Removes a document; returns as {@link DocumentStore.edit}. */
  async remove(target: Target): Promise<boolean> {
    const removed = await this.#at(target).whereNull('declared').delete();
    return removed > 0;
  }

  /**
   * Makes these the documents that a source declares. Those that it declares no
   * more vanish, unless the portal says something about them.
   */
  async declare(
    source: DeclaringSource,
    documents: DeclaredDocument[],
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      const ids = valuesOf(
        tx,
        documents.map(({ id }) => id),
      );
      const concerned = tx<DocumentRow>('document')
        .where(query => query.where({ source }).orWhereRaw('id in ?', [ids]))
        .orderBy('id');
      const known = new Map<string, DocumentRow>(
        // So that no edit comes in between, with a revision of its own.
        (await (isPostgres(tx) ? concerned.forUpdate() : concerned)).map(
          row => [row.id, row],
        ),
      );
      const rows = documents
        .map(({ id, values, declaredBy, problems = [] }) => ({
          id,
          source,
          declared_by: declaredBy ?? null,
          declared: JSON.stringify(values),
          problems: problems.length > 0 ? JSON.stringify(problems) : null,
          revision: (known.get(id)?.revision ?? 0) + 1,
        }))
        .filter(row => contentOf(row) !== contentOf(known.get(row.id)));
      await insertRows(tx, 'document', {
        columns: {
          id: 'text',
          source: 'text',
          declared_by: 'text',
          declared: 'text',
          problems: 'text',
          revision: 'integer',
        },
        rows,
        conflict: ['id'],
      });

      const declared = new Set(documents.map(({ id }) => id));
      const gone = [...known.keys()].filter(id => !declared.has(id));
      if (gone.length > 0) {
        const ofGone = () =>
          tx('document').whereRaw('id in ?', [valuesOf(tx, gone)]);
        await ofGone().whereNull('edited').delete();
        await ofGone().update({
          source: null,
          declared_by: null,
          declared: null,
          problems: null,
          revision: tx.raw('revision + 1'),
        });
      }
    });
  }

  async #update(
    target: Target,
    edited: string | null,
    change: Change,
  ): Promise<boolean> {
    const query = this.#at(target);
    if (edited === null) {
      // Its declaration may have vanished in between.
      query.whereNotNull('declared');
    }
    const updated = await query.update({
      edited,
      revision: this.#knex.raw('revision + 1'),
      changed_at: change.at,
      changed_by: change.by,
    });
    return updated > 0;
  }

  #at({ id, revision }: Target): Knex.QueryBuilder {
    const query = this.#knex('document').where({ id });
    return revision === undefined ? query : query.where({ revision });
  }
}

function toStored(row: DocumentRow): StoredDocument {
  return {
    id: row.id,
    declaration:
      row.source === null || row.declared === null
        ? undefined
        : {
            source: row.source,
            values: JSON.parse(row.declared),
            declaredBy: row.declared_by ?? undefined,
            problems:
              row.problems === null ? undefined : JSON.parse(row.problems),
          },
    edited: row.edited === null ? undefined : JSON.parse(row.edited),
    revision: row.revision,
    changedAt: row.changed_at ?? undefined,
    changedBy: row.changed_by ?? undefined,
  };
}
