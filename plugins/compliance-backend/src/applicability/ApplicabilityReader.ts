import { NotFoundError } from '@backstage/errors';
import {
  ApplicabilityResponse,
  ApplicabilityVersionResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { ApplicabilityStore } from './ApplicabilityStore';
import { DeclaredStatements } from './DeclaredStatements';
import { draftEntries, draftEtag } from './draft';

/** A draft with what was approved, whoever reads it. */
export type Statement = Omit<ApplicabilityResponse, 'mayUpdate' | 'mayApprove'>;

/** Reads Statements of Applicability. */
export class ApplicabilityReader {
  readonly #knex: Knex;
  readonly #declared: DeclaredStatements;

  constructor(options: { knex: Knex; declared: DeclaredStatements }) {
    this.#knex = options.knex;
    this.#declared = options.declared;
  }

  /**
   * @param standard - id of a standard
   * @param tx - of who keeps the statement locked
   * @throws NotFoundError when there is no such standard.
   */
  async read(standard: string, tx: Knex = this.#knex): Promise<Statement> {
    const declared = this.#declared.get(standard);
    const store = new ApplicabilityStore(tx);
    // Before the entries: with newer ones it only fails to be approved.
    const revision = await store.revisionOf(standard);
    return {
      standard,
      about: declared.about,
      etag: draftEtag(declared, revision),
      entries: draftEntries(declared, await store.entriesOf(standard)),
      // Of a standard that has no controls any more, they do not hold.
      versions:
        declared.about === 'controls' ? await store.versionsOf(standard) : [],
    };
  }

  /** @throws NotFoundError when there is no such standard or version. */
  async readVersion(
    standard: string,
    number: number,
  ): Promise<ApplicabilityVersionResponse> {
    this.#declared.get(standard);
    const version = await new ApplicabilityStore(this.#knex).readVersion(
      standard,
      number,
    );
    if (!version) {
      throw new NotFoundError(
        `The Statement of Applicability of '${standard}' has no version ${number}`,
      );
    }
    return version;
  }
}
