import { EffectiveProfile, SourcedValue } from './effective';
import { FieldGroup, fields, Field } from './fields';

type Values = Record<string, SourcedValue | undefined>;

const isStated = (value: SourcedValue | undefined) =>
  value !== undefined && value.source !== 'default';

/**
 * Why a group, or one field of it, does not apply to an entity, as somebody
 * stated it; undefined when it applies. A value that is set wins over the
 * statement that there can be none.
 *
 * @param name - of the field; the group as a whole when left out
 * @public
 */
export function notApplicableReason(
  profile: EffectiveProfile,
  group: FieldGroup,
  name?: string,
): string | undefined {
  const values = profile[group] as Values;
  if (name !== undefined && isStated(values[name])) {
    return undefined;
  }
  const reasons = values.notApplicableFields?.value as
    | Record<string, string>
    | undefined;
  if (name !== undefined && reasons && Object.hasOwn(reasons, name)) {
    return reasons[name];
  }
  const reason = values.notApplicable?.value as string | undefined;
  const isEmpty = () =>
    Object.entries(fields[group] as Record<string, Field>).every(
      ([key, { excludes }]) => excludes || !isStated(values[key]),
    );
  return reason !== undefined && isEmpty() ? reason : undefined;
}
