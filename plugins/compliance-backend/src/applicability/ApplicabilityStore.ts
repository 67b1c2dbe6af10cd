import {
  ApplicabilityValues,
  ApplicabilityVersion,
  ApplicabilityVersionResponse,
  StatementEntry,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';

/** An entry that was changed in the portal. */
export interface EditedEntry {
  /** Counts up from 1. */
  revision: number;
  values: ApplicabilityValues;
  /** ISO 8601 timestamp. */
  changedAt: string;
  /** Ref of the user. */
  changedBy: string;
}

interface VersionRow {
  number: number;
  approved_at: string;
  approved_by: string;
  note: string | null;
  applicable: number;
  excluded: string;
}

const versionColumns = [
  'number',
  'approved_at',
  'approved_by',
  'note',
  'applicable',
  'excluded',
];

/**
 * What was changed and approved in the portal, with one statement each time.
 * Versions are only ever added.
 */
export class ApplicabilityStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Keeps others from changing or approving the draft until the end of the
   * transaction.
   *
   * @returns the revision of the draft
   */
  async lock(standard: string): Promise<number> {
    const [{ revision }] = await this.#knex('applicability')
      .insert({ standard, revision: 0 })
      .onConflict('standard')
      // The row has to be written to be locked on both databases.
      .merge({ revision: this.#knex.ref('applicability.revision') })
      .returning('revision');
    return revision;
  }

  /** The revision of the draft, 0 while nothing was changed. */
  async revisionOf(standard: string): Promise<number> {
    const row = await this.#knex('applicability')
      .where({ standard })
      .first('revision');
    return row?.revision ?? 0;
  }

  /** What was changed, by the number of the control or clause. */
  async entriesOf(standard: string): Promise<Map<string, EditedEntry>> {
    const rows = await this.#knex('applicability_entry').where({ standard });
    return new Map(
      rows.map(row => [
        row.clause,
        {
          revision: row.revision,
          values: JSON.parse(row.content),
          changedAt: row.changed_at,
          changedBy: row.changed_by,
        },
      ]),
    );
  }

  async writeEntry(
    standard: string,
    clause: string,
    entry: EditedEntry,
  ): Promise<void> {
    await this.#knex('applicability_entry')
      .insert({
        standard,
        clause,
        revision: entry.revision,
        content: JSON.stringify(entry.values),
        changed_at: entry.changedAt,
        changed_by: entry.changedBy,
      })
      .onConflict(['standard', 'clause'])
      .merge();
  }

  /** Counts a change of the draft. */
  async countChange(standard: string): Promise<void> {
    await this.#knex('applicability')
      .where({ standard })
      .increment('revision', 1);
  }

  /** Without what they say; the newest first. */
  async versionsOf(standard: string): Promise<ApplicabilityVersion[]> {
    const rows: VersionRow[] = await this.#knex('applicability_version')
      .where({ standard })
      .orderBy('number', 'desc')
      .select(versionColumns);
    return rows.map(toVersion);
  }

  /**
   * @param number - of the version; the newest one by default
   * @returns undefined when there is none.
   */
  async readVersion(
    standard: string,
    number?: number,
  ): Promise<ApplicabilityVersionResponse | undefined> {
    const row: (VersionRow & { entries: string }) | undefined =
      await this.#knex('applicability_version')
        .where({ standard, ...(number !== undefined && { number }) })
        .orderBy('number', 'desc')
        .first([...versionColumns, 'entries']);
    return (
      row && { standard, ...toVersion(row), entries: JSON.parse(row.entries) }
    );
  }

  /** @throws an error of the database when the number is taken. */
  async addVersion(
    standard: string,
    version: Omit<ApplicabilityVersion, 'applicable' | 'excluded'>,
    entries: StatementEntry[],
  ): Promise<ApplicabilityVersion> {
    const excluded = entries.filter(({ applicable }) => applicable === false);
    const row: VersionRow = {
      number: version.number,
      approved_at: version.approvedAt,
      approved_by: version.approvedBy,
      note: version.note ?? null,
      applicable: entries.length - excluded.length,
      excluded: JSON.stringify(
        Object.fromEntries(
          excluded.map(({ clause, exclusion }) => [clause, exclusion]),
        ),
      ),
    };
    await this.#knex('applicability_version').insert({
      ...row,
      standard,
      entries: JSON.stringify(entries),
    });
    return toVersion(row);
  }
}

function toVersion(row: VersionRow): ApplicabilityVersion {
  return {
    number: row.number,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
    ...(row.note !== null && { note: row.note }),
    applicable: row.applicable,
    excluded: Object.keys(JSON.parse(row.excluded)).length,
  };
}
