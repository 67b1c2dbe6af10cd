import { CompoundEntityRef } from '@backstage/catalog-model';
import { CheckResult } from '../checks';
import {
  EffectiveProfile,
  FieldChange,
  FieldGroup,
  FieldValues,
} from '../profile';
import { Scorecard } from '../scorecard';

/**
 * An edit of a group of fields, which is replaced as a whole.
 *
 * @public
 */
export interface FacetEdit {
  entityRef: string | CompoundEntityRef;
  group: FieldGroup;
  /** All values the portal is to have; what is left out becomes unset. */
  values: FieldValues;
}

/**
 * An edit that is saved.
 *
 * @public
 */
export interface FacetSave extends FacetEdit {
  /** Version of the profile that it is based on. */
  version: string;
}

/**
 * The removal of a group of fields from what was entered in the portal.
 *
 * @public
 */
export interface FacetWithdrawal extends Omit<FacetSave, 'values'> {}

/**
 * The settlement of a conflict between Git and the portal about one field.
 *
 * @public
 */
export interface ValueAcceptance extends Omit<FacetSave, 'values'> {
  /** Name of the field. */
  field: string;
  /** The source whose value is accepted. */
  source: 'git' | 'portal';
}

/**
 * A field whose value cannot be saved.
 *
 * @public
 */
export interface FieldError {
  /** Name of the field in its group, or empty when it is about all of them. */
  field: string;
  /** Where in the value, e.g. `[0, 'validUntil']`. */
  path: (string | number)[];
  /** What would be right, e.g. `expected one of low, high`. */
  message: string;
}

/**
 * What an edit would do, without doing it.
 *
 * @public
 */
export interface PreviewResponse {
  /** Score and level as they are. */
  before: { score?: number; level?: string };
  /** The scorecard as it would be. */
  scorecard: Scorecard;
  /** The profile as it would be. */
  profile: EffectiveProfile;
  /** Findings that would be gone, as they are. */
  resolved: CheckResult[];
  /** Findings that would be new. */
  opened: CheckResult[];
}

/**
 * One change of the profile of an entity.
 *
 * @public
 */
export interface ProfileRevision {
  /** Counts up from 1 for each entity. */
  revision: number;
  /** Which source it changed. */
  source: 'git' | 'portal';
  /**
   * What was done: values were edited, edits withdrawn, a value accepted over
   * that of the other source, or Git declares something else.
   */
  action: 'edit' | 'withdraw' | 'accept' | 'declare';
  /** Ref of the user; absent for changes in Git, where the commit tells. */
  author?: string;
  /** ISO 8601 timestamp; for Git, when it was noticed. */
  changedAt: string;
  changes: FieldChange[];
}

/**
 * Which page of a history is asked for.
 *
 * @public
 */
export interface HistoryQuery {
  entityRef: string | CompoundEntityRef;
  /** 1–100, 20 by default. */
  limit?: number;
  /** The `nextCursor` of the page before. */
  cursor?: string;
}

/**
 * Answer of `GET /entities/{kind}/{namespace}/{name}/history`, newest first.
 *
 * @public
 */
export interface HistoryResponse {
  items: ProfileRevision[];
  pageInfo: { nextCursor?: string };
}

/**
 * Sets the same values on many entities; their other values stay.
 *
 * @public
 */
export interface BulkEdit {
  /** 1–5,000. */
  entityRefs: string[];
  group: FieldGroup;
  /** At least one. */
  values: FieldValues;
}

/**
 * What became of one entity of a {@link BulkEdit}: `not-found` is also said of
 * what the editor may not see.
 *
 * @public
 */
export interface BulkResult {
  entityRef: string;
  /** `failed`: it stays as it was, because something went wrong in between. */
  outcome:
    | 'saved'
    | 'unchanged'
    | 'invalid'
    | 'forbidden'
    | 'not-found'
    | 'failed';
  /** Set when it is invalid. */
  errors?: FieldError[];
  /** Set when it was saved or did not change. */
  version?: string;
  score?: number;
  level?: string;
}

/**
 * Answer of `POST /profiles/bulk`, in the order of the refs.
 *
 * @public
 */
export interface BulkResponse {
  results: BulkResult[];
}

/**
 * Which page of the feed of labels is asked for.
 *
 * @public
 */
export interface LabelsQuery {
  /** Revision of the last item that is known, 0 for all. */
  after: number;
  /** 1–1,000, 500 by default. */
  limit?: number;
}

/**
 * Answer of `GET /labels`, for services only: what the labels of entities
 * became after a revision.
 *
 * @public
 */
export interface LabelsResponse {
  /** Changes when the feed was started anew; then read it from 0. */
  feed: string;
  /** In ascending order of the revisions. */
  items: {
    entityRef: string;
    /** Null when the entity is gone. */
    labels: Record<string, string> | null;
    revision: number;
  }[];
  /** Whether there is more after the last item. */
  hasMore: boolean;
}

/**
 * Answer of `GET /todo`: what the reader's services need soon, and how far
 * their teams are.
 *
 * @public
 */
export interface TodoResponse {
  /** What the reader owns things as: the user, their groups and those above. */
  ownerRefs: string[];
  /** Passing checks that expire in the next 30 days, the next one first. */
  due: {
    entityRef: string;
    title?: string;
    checkId: string;
    checkTitle: string;
    /** ISO 8601 date. */
    dueOn: string;
    /** Ids of the fields that keep it passing. */
    fields: string[];
  }[];
  /** Number of entities by owner and progress; owners without any are absent. */
  progress: {
    owner: string;
    complete: number;
    started: number;
    untouched: number;
  }[];
}
