import {
  EffectiveProfile,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { VocabularyField } from '../components';
import { sourcedIn } from '../profile';

/** A field that Git and the portal have different values for. */
export interface Conflict {
  field: VocabularyField;
  git: unknown;
  portal: unknown;
  /** Whose value is the effective one. */
  winner: 'git' | 'portal';
  /** Whether somebody accepted the portal's value over that of Git. */
  isAccepted: boolean;
}

/** Every field that Git and the portal disagree about. */
export function conflictsOf(
  profile: EffectiveProfile,
  vocabulary: VocabularyResponse,
): Conflict[] {
  return vocabulary.fields.flatMap(field => {
    const { value, source, conflict } = sourcedIn(profile, field) ?? {};
    if (!conflict) {
      return [];
    }
    const isGit = source === 'git';
    return [
      {
        field,
        git: isGit ? value : conflict.value,
        portal: isGit ? conflict.value : value,
        winner: isGit ? 'git' : 'portal',
        isAccepted: conflict.isAccepted === true,
      },
    ];
  });
}
