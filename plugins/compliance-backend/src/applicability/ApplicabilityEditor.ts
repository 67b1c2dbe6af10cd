import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import {
  ApplicabilityEntry,
  ApplicabilityVersion,
  compareStatements,
  EditConflictError,
  InvalidValuesError,
  isSameValue,
  readApplicability,
  whyNotInStatement,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { withoutStatement } from '../database/withoutStatement';
import { StaleEditError } from '../profiles/precondition';
import { invalidValues } from '../profiles/readValues';
import { ApplicabilityReader, Statement } from './ApplicabilityReader';
import { ApplicabilityStore } from './ApplicabilityStore';
import { DeclaredStatements } from './DeclaredStatements';
import { draftEntry, valuesOf } from './draft';

/** Changes and approves Statements of Applicability. */
export class ApplicabilityEditor {
  readonly #knex: Knex;
  readonly #declared: DeclaredStatements;
  readonly #reader: ApplicabilityReader;
  readonly #clock: () => Date;

  constructor(options: {
    knex: Knex;
    declared: DeclaredStatements;
    reader: ApplicabilityReader;
    clock?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#declared = options.declared;
    this.#reader = options.reader;
    this.#clock = options.clock ?? (() => new Date());
  }

  /**
   * Replaces what the draft says about a control or clause. One that says the
   * same already stays as it is, whatever version the edit is based on.
   *
   * @param options - `version` is the ETag of the entry that the edit is based
   * on or `*`, `author` the ref of a user
   * @throws NotFoundError, InvalidValuesError or an EditConflictError with the
   * entry as it is.
   */
  async save(options: {
    standard: string;
    clause: string;
    given: unknown;
    version: string;
    author: string;
  }): Promise<{ outcome: 'saved' | 'unchanged'; entry: ApplicabilityEntry }> {
    const { standard, clause, given, version, author } = options;
    const declared = this.#declared.get(standard);
    const why = whyNotInStatement(declared.standard, clause);
    if (why !== undefined) {
      throw declared.standard.clauses.some(({ id }) => id === clause)
        ? invalidValues([{ field: '', path: [], message: why }])
        : new NotFoundError(why);
    }
    const changedAt = this.#clock().toISOString();
    const { values, errors } = readApplicability(given, {
      about: declared.about,
      today: changedAt.slice(0, 10),
    });
    if (errors.length > 0) {
      throw invalidValues(errors);
    }
    return this.#write(async tx => {
      const store = new ApplicabilityStore(tx);
      await store.lock(standard);
      const edited = (await store.entriesOf(standard)).get(clause);
      const entry = draftEntry(declared, clause, edited);
      if (isSameValue(valuesOf(entry), values)) {
        return { outcome: 'unchanged', entry };
      }
      if (version !== '*' && version !== entry.etag) {
        throw new EditConflictError(
          `The entry of ${clause} was changed in the meantime: it has version ${entry.etag}, and the edit is based on ${version}`,
          entry,
        );
      }
      const saved = {
        revision: (edited?.revision ?? 0) + 1,
        values,
        changedAt,
        changedBy: author,
      };
      await store.writeEntry(standard, clause, saved);
      await store.countChange(standard);
      return { outcome: 'saved', entry: draftEntry(declared, clause, saved) };
    });
  }

  /**
   * Makes the draft the next version.
   *
   * @param options - `version` is the ETag of the draft that is approved,
   * `author` the ref of a user
   * @throws NotFoundError, InputError where nothing is to be approved,
   * StaleEditError when it has another ETag, InvalidValuesError with the controls
   * that are undecided, or ConflictError when the last version says the same.
   */
  async approve(options: {
    standard: string;
    version: string;
    note?: string;
    author: string;
  }): Promise<ApplicabilityVersion> {
    const { standard, version, note, author } = options;
    const { about, standard: known } = this.#declared.get(standard);
    if (about === 'clauses') {
      throw new InputError(
        `${known.title} has no controls, so there is nothing to approve: who handles a clause takes effect at once`,
      );
    }
    return this.#write(async tx => {
      const store = new ApplicabilityStore(tx);
      await store.lock(standard);
      const draft = await this.#reader.read(standard, tx);
      if (version !== draft.etag) {
        throw new StaleEditError(
          `The draft was changed in the meantime: it has version ${draft.etag}, and the approval is about ${version}`,
        );
      }
      assertComplete(draft);
      const entries = draft.entries.map(entry => ({
        clause: entry.clause,
        ...valuesOf(entry),
      }));
      const last = await store.readVersion(standard);
      if (last && compareStatements(last.entries, entries).length === 0) {
        throw new ConflictError(
          `Version ${last.number} says the same as the draft, so there is nothing to approve`,
        );
      }
      return store.addVersion(
        standard,
        {
          number: (last?.number ?? 0) + 1,
          approvedAt: this.#clock().toISOString(),
          approvedBy: author,
          note,
        },
        entries,
      );
    });
  }

  async #write<T>(write: (tx: Knex) => Promise<T>): Promise<T> {
    try {
      return await this.#knex.transaction(write);
    } catch (error) {
      throw withoutStatement(
        error,
        'The Statement of Applicability could not be written',
      );
    }
  }
}

function assertComplete({ entries }: Statement): void {
  const undecided = entries.filter(
    ({ applicable }) => applicable === undefined,
  );
  if (undecided.length > 0) {
    throw new InvalidValuesError(
      `The statement is not complete: ${undecided.length} controls are undecided`,
      undecided.map(({ clause }) => ({
        field: clause,
        path: [],
        message: 'expected a decision whether it is applicable',
      })),
    );
  }
}
