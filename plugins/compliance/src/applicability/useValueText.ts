import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ApplicabilityValues } from '@service-compliance/backstage-plugin-compliance-common';
import { entityTitle, useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { decisionOf } from './decision';
import { isEntityRef } from './entityRef';

/** Writes one of the values of an entry for people. */
export function useValueText(): (
  field: keyof ApplicabilityValues,
  values: ApplicabilityValues,
) => string {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date } = useFormats();
  const name = (text: string) =>
    isEntityRef(text) ? `${entityTitle(text)} (${text})` : text;

  function textOf(
    field: keyof ApplicabilityValues,
    values: ApplicabilityValues,
  ): string | undefined {
    switch (field) {
      case 'applicable':
        return t(`applicability.decision.${decisionOf(values)}`);
      case 'reasons':
        return values.reasons
          ?.map(reason => t(`applicability.reason.${reason}`))
          .join(', ');
      case 'implementation':
        return (
          values.implementation &&
          t(`applicability.implementation.${values.implementation}`)
        );
      case 'owner':
      case 'handledBy':
        return values[field] && name(values[field]);
      case 'links':
        return values.links
          ?.map(({ url, title }) => (title ? `${title} (${url})` : url))
          .join(', ');
      case 'reviewedOn':
        return values.reviewedOn && date(values.reviewedOn);
      default:
        return values[field];
    }
  }

  return (field, values) => textOf(field, values) ?? t('applicability.notSet');
}
