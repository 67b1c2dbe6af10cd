import {
  ApplicabilityValues,
  FieldError,
  ImplementationStatus,
  InclusionReason,
  readApplicability,
  StatementSubject,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Decision, decisionOf } from '../decision';
import { isEntityRef } from '../entityRef';

/** A link as it is typed. */
export interface LinkDraft {
  url: string;
  title: string;
}

/** Who handles a clause: the organisation, or somebody the catalog has or not. */
export type Handler = 'own' | 'entity' | 'name';

/** What stands in the form, right or not. */
export interface EntryDraft {
  decision: Decision;
  reasons: InclusionReason[];
  exclusion: string;
  /** Empty while none is chosen. */
  implementation: ImplementationStatus | '';
  owner: string;
  links: LinkDraft[];
  reviewedOn: string;
  handler: Handler;
  handledBy: string;
}

function handlerOf(handledBy: string | undefined): Handler {
  if (handledBy === undefined) {
    return 'own';
  }
  return isEntityRef(handledBy) ? 'entity' : 'name';
}

/** The draft that a form starts from. */
export function entryDraftOf(values: ApplicabilityValues): EntryDraft {
  return {
    decision: decisionOf(values),
    reasons: values.reasons ?? [],
    exclusion: values.exclusion ?? '',
    implementation: values.implementation ?? '',
    owner: values.owner ?? '',
    links: (values.links ?? []).map(link => ({ title: '', ...link })),
    reviewedOn: values.reviewedOn ?? '',
    handler: handlerOf(values.handledBy),
    handledBy: values.handledBy ?? '',
  };
}

const isTyped = ({ url, title }: LinkDraft) =>
  url.trim() !== '' || title.trim() !== '';

/** The values of a draft as they would be sent, checked or not. */
function assemble(
  draft: EntryDraft,
  about: StatementSubject['about'],
): Record<string, unknown> {
  const text = (value: string) => value.trim() || undefined;
  if (about === 'clauses') {
    return {
      handledBy: draft.handler === 'own' ? undefined : text(draft.handledBy),
    };
  }
  const { decision } = draft;
  return {
    applicable: decision === 'undecided' ? undefined : decision === 'yes',
    // What goes only with the other decision is not said.
    reasons: decision === 'no' ? undefined : draft.reasons,
    implementation: decision === 'no' ? undefined : text(draft.implementation),
    exclusion: decision === 'yes' ? undefined : text(draft.exclusion),
    owner: text(draft.owner),
    links: draft.links.filter(isTyped).map(({ url, title }) => ({
      url: url.trim(),
      title: text(title),
    })),
    reviewedOn: text(draft.reviewedOn),
  };
}

/**
 * What the draft says, and what is wrong with it.
 *
 * @param options - what the statement is about, and today's ISO 8601 date
 */
export function readEntryDraft(
  draft: EntryDraft,
  options: { about: StatementSubject['about']; today: string },
): { values: ApplicabilityValues; errors: FieldError[] } {
  const given = Object.fromEntries(
    Object.entries(assemble(draft, options.about)).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const { values, errors } = readApplicability(given, options);
  const isNobody =
    options.about === 'clauses' &&
    draft.handler !== 'own' &&
    values.handledBy === undefined;
  return {
    values,
    errors: isNobody
      ? [
          ...errors.filter(({ field }) => field !== 'handledBy'),
          { field: 'handledBy', path: [], message: 'expected who handles it' },
        ]
      : errors,
  };
}
