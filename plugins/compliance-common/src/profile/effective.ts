import { findLevel, Vocabulary } from '../vocabulary';
import { isSameValue } from './changes';
import { ProfileValues } from './declared';
import { notApplicableReason } from './exclusions';
import { FieldGroup, fieldList, fields, FieldValues } from './fields';

/**
 * Where an effective value comes from: declared in Git, entered in the portal,
 * or implied by the tier or by the configuration.
 *
 * @public
 */
export type ValueSource = 'git' | 'portal' | 'default';

/**
 * Which source wins when Git and the portal disagree.
 *
 * @public
 */
export type Precedence = 'git' | 'portal';

/**
 * An effective value with its source.
 *
 * @public
 */
export interface SourcedValue<T = unknown> {
  value: T;
  source: ValueSource;
  /** Set when the other source says something else. */
  conflict?: {
    source: ValueSource;
    value: T;
    /** Whether somebody accepted the portal's value over that of Git. */
    isAccepted?: boolean;
  };
}

/**
 * The values of all sources merged, each with its source.
 *
 * @public
 */
export type EffectiveProfile = {
  [G in FieldGroup]: {
    [N in keyof (typeof fields)[G]]?: SourcedValue<
      NonNullable<FieldValues<G>[N]>
    >;
  };
};

/**
 * What is in scope where neither Git nor the portal says so.
 *
 * @public
 */
export interface ScopeDefaults {
  sms: 'in' | 'out';
  isms: 'in' | 'out';
}

/** What the tiers imply for fields that no source sets. */
function tierDefaults(
  profile: EffectiveProfile,
  vocabulary: Vocabulary,
): ProfileValues {
  const service = findLevel(
    vocabulary,
    'serviceTier',
    profile.serviceLevel.tier?.value,
  );
  const continuity = findLevel(
    vocabulary,
    'continuityTier',
    profile.continuity.tier?.value,
  );
  return {
    serviceLevel: {
      availabilityTarget: service?.availability,
      supportHours: service?.supportHours,
    },
    continuity: {
      rto: continuity?.rto,
      rpo: continuity?.rpo,
      mtpd: continuity?.mtpd,
    },
  };
}

/**
 * Merges what Git declares and what the portal adds; then fills in what the
 * tiers and the configured scope imply, except for what does not apply.
 *
 * @public
 */
export function effectiveProfile(options: {
  declared: ProfileValues;
  edited?: ProfileValues;
  /** See {@link EditedProfile}. */
  accepted?: Record<string, unknown>;
  /** Which source wins, `git` by default. */
  precedence?: Precedence;
  scope?: ScopeDefaults;
  vocabulary: Vocabulary;
}): EffectiveProfile {
  const {
    declared,
    edited = {},
    accepted = {},
    precedence = 'git',
    vocabulary,
  } = options;
  const profile: Record<FieldGroup, Record<string, SourcedValue>> = {
    serviceLevel: {},
    information: {},
    continuity: {},
    supplier: {},
    scope: {},
    operations: {},
  };
  const valueIn = (values: ProfileValues, group: FieldGroup, name: string) =>
    (values[group] as Record<string, unknown> | undefined)?.[name];

  for (const { id, group, name } of fieldList) {
    const inGit = valueIn(declared, group, name);
    const isAccepted =
      inGit !== undefined &&
      Object.hasOwn(accepted, id) &&
      isSameValue(accepted[id], inGit);
    const candidates: SourcedValue[] = [
      { source: 'git' as const, value: inGit },
      { source: 'portal' as const, value: valueIn(edited, group, name) },
    ].filter(candidate => candidate.value !== undefined);
    if (precedence === 'portal' || isAccepted) {
      candidates.reverse();
    }
    const [winner, other] = candidates;
    if (winner) {
      profile[group][name] =
        other && !isSameValue(winner.value, other.value)
          ? {
              ...winner,
              conflict: { ...other, ...(isAccepted && { isAccepted }) },
            }
          : winner;
    }
  }

  const implied: ProfileValues = {
    ...tierDefaults(profile as EffectiveProfile, vocabulary),
    scope: options.scope ?? { sms: 'in', isms: 'in' },
  };
  for (const { group, name } of fieldList) {
    const value = valueIn(implied, group, name);
    if (
      value !== undefined &&
      notApplicableReason(profile as EffectiveProfile, group, name) ===
        undefined
    ) {
      profile[group][name] ??= { value, source: 'default' };
    }
  }
  return profile as EffectiveProfile;
}
