import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntitySummary } from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../components';
import { complianceTranslationRef } from '../translations';

/** What filling in all missing fields is worth. */
export function Gain(props: { service: EntitySummary }) {
  const { gain = 0, missing = [] } = props.service;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { number } = useFormats();
  const count = missing.length;
  if (count === 0) {
    return <></>;
  }
  return (
    <strong>
      {gain > 0
        ? t('todo.services.gain', { count, points: number(gain) })
        : t('todo.services.fields', { count })}
    </strong>
  );
}
