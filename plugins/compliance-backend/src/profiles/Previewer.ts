import {
  CheckResult,
  isOpen,
  PreviewResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Knex } from 'knex';
import { AssessmentStore } from '../assessment/AssessmentStore';
import { Assessor } from '../assessment/Assessor';
import { Access, askedOnce } from '../permissions/Access';
import { profileNotFound } from '../permissions/notFound';
import { ResultExplainer } from '../reporting/ResultExplainer';
import { Edit } from './edits';
import { ProfileStore } from './ProfileStore';

/** The findings of the one that are not findings in the other any more. */
function closedBy(before: CheckResult[], after: CheckResult[]): CheckResult[] {
  const open = new Set(after.filter(isOpen).map(({ checkId }) => checkId));
  return before.filter(result => isOpen(result) && !open.has(result.checkId));
}

/** Tells what an edit would do. Writes nothing. */
export class Previewer {
  readonly #knex: Knex;
  readonly #assessor: Assessor;
  readonly #explainer: ResultExplainer;

  constructor(options: {
    knex: Knex;
    assessor: Assessor;
    explainer: ResultExplainer;
  }) {
    this.#knex = options.knex;
    this.#assessor = options.assessor;
    this.#explainer = options.explainer;
  }

  /**
   * @param askAccess - what the reader may see of other entities; not asked for
   * without need
   * @throws NotFoundError when the mirror does not have the entity, and what
   * the edit throws.
   */
  async preview(
    entityRef: string,
    edit: Edit,
    askAccess: () => Promise<Access>,
  ): Promise<PreviewResponse> {
    const access = askedOnce(askAccess);
    const knex = this.#knex;
    const stored = await new ProfileStore(knex).read([entityRef]);
    const profile = stored.get(entityRef);
    const preview =
      profile &&
      (await this.#assessor.preview(knex, entityRef, edit(profile).edited));
    if (!profile || !preview) {
      throw profileNotFound(entityRef);
    }
    const previous = await new AssessmentStore(knex).results([entityRef]);
    const now = new Date().toISOString();
    const current = preview.results.map(result => {
      const old = previous.find(({ checkId }) => checkId === result.checkId);
      const since = old?.status === result.status ? old.since : now;
      return { ...result, entityRef, since };
    });
    const before = await this.#explainer.explain(previous, access);
    const after = await this.#explainer.explain(current, access);
    const { score, strictScore, level } = preview.assessed;
    return {
      before: { score: profile.score, level: profile.level },
      scorecard: { score, strictScore, level, results: after },
      profile: preview.facts.profile,
      resolved: closedBy(before, after),
      opened: closedBy(after, before),
    };
  }
}
