import { ApplicabilityValues } from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { valuesOf } from '../database/json';
import { DeclaredStatements } from './DeclaredStatements';

/** What holds for a standard, whatever the draft says. */
export interface ApprovedStatement {
  /** Id of the standard. */
  standard: string;
  /** Of the newest version; absent while nothing was approved. */
  number?: number;
  /** ISO 8601 timestamp. */
  approvedAt?: string;
  /** Why controls are excluded, by their numbers, as the version says. */
  excluded: Map<string, string>;
  /** Who handles clauses instead, by their numbers; needs no approval. */
  handledBy: Map<string, string>;
}

interface Row {
  standard: string;
  /** Null when the row is an entry. */
  number: number | null;
  approved_at: string | null;
  /** Null when the row is a version. */
  clause: string | null;
  content: string;
}

/** Tells what the approved statements exclude and who handles clauses. */
export class ApprovedStatements {
  readonly #knex: Knex;
  readonly #declared: DeclaredStatements;

  constructor(options: { knex: Knex; declared: DeclaredStatements }) {
    this.#knex = options.knex;
    this.#declared = options.declared;
  }

  /**
   * Sends one statement, which reads little.
   *
   * @returns one for each standard
   */
  async read(): Promise<ApprovedStatement[]> {
    const knex = this.#knex;
    const idsOf = (about: 'controls' | 'clauses') =>
      valuesOf(
        knex,
        this.#declared.all
          .filter(statement => statement.about === about)
          .map(({ standard }) => standard.id),
      );
    const rows: Row[] = await knex
      .select('standard', 'number', 'approved_at', knex.raw('null as clause'), {
        content: 'excluded',
      })
      .from('applicability_version as version')
      .whereRaw('standard in ?', [idsOf('controls')])
      .where(
        'number',
        knex('applicability_version as other')
          .max('number')
          .whereRaw('other.standard = version.standard'),
      )
      .unionAll(
        knex
          .select('standard', knex.raw('null'), knex.raw('null'), 'clause')
          .select('content')
          .from('applicability_entry')
          .whereRaw('standard in ?', [idsOf('clauses')]),
      );

    return this.#declared.all.map(({ standard: { id }, ...declared }) => {
      const own = rows.filter(({ standard }) => standard === id);
      const version = own.find(({ number }) => number !== null);
      const edited = new Map(
        own.map(({ clause, content }) => [clause, content]),
      );
      const handledBy = declared.clauses.flatMap(({ id: clause }) => {
        const content = edited.get(clause);
        const values: ApplicabilityValues | undefined = content
          ? JSON.parse(content)
          : declared.entries.get(clause);
        return values?.handledBy ? [[clause, values.handledBy] as const] : [];
      });
      return {
        standard: id,
        number: version?.number ?? undefined,
        approvedAt: version?.approved_at ?? undefined,
        excluded: new Map(Object.entries(JSON.parse(version?.content ?? '{}'))),
        handledBy: new Map(handledBy),
      };
    });
  }
}
