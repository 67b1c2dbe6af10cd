import { z } from 'zod';
import { Vocabulary } from '../vocabulary';
import { compareDurations } from './duration';
import { Field, FieldGroup, fields, FieldValues } from './fields';

/**
 * Schema of all values of a group of fields, as a form or an API client sends
 * them: every field optional, none unknown, and consistent with each other.
 *
 * @public
 */
export function fieldGroupSchema<G extends FieldGroup>(
  group: G,
  vocabulary: Vocabulary,
): z.ZodType<FieldValues<G>> {
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries(
    fields[group] as Record<string, Field>,
  )) {
    shape[name] = field.type.schema(vocabulary).optional();
  }
  return z.strictObject(shape).superRefine((values, context) => {
    const report = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    const { notApplicable, notApplicableFields, ...rest } = values as Record<
      string,
      unknown
    >;
    const names = Object.keys(rest).filter(name => rest[name] !== undefined);
    if (notApplicable !== undefined) {
      const beside = [
        ...names,
        ...(notApplicableFields ? ['notApplicableFields'] : []),
      ];
      if (beside.length > 0) {
        report(
          'notApplicable',
          `expected no values beside it, found ${beside.join(', ')}`,
        );
      }
    }
    for (const name of Object.keys(notApplicableFields ?? {})) {
      if (names.includes(name)) {
        report(name, 'expected no value, because it is marked not applicable');
      }
    }
    if (group === 'continuity') {
      const { rto, mtpd } = values as FieldValues<'continuity'>;
      if (rto && mtpd && compareDurations(rto, mtpd) > 0) {
        report('rto', `expected at most the MTPD of ${mtpd}`);
      }
    }
    if (group === 'scope') {
      const scope = values as FieldValues<'scope'>;
      if (scope.sms === 'out' && !scope.smsReason) {
        report('smsReason', 'expected a reason for being out of scope');
      }
      if (scope.isms === 'out' && !scope.ismsReason) {
        report('ismsReason', 'expected a reason for being out of scope');
      }
    }
  }) as unknown as z.ZodType<FieldValues<G>>;
}
