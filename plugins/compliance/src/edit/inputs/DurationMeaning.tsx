import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { suggestDuration } from '@service-compliance/backstage-plugin-compliance-common';
import { useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';

/** What is typed as a duration, in words; how to write one when it is none. */
export function DurationMeaning(props: { text: string }) {
  const { t } = useTranslationRef(complianceTranslationRef);
  const { duration } = useFormats();
  const value = suggestDuration(props.text);
  return (
    <>
      {value
        ? t('edit.duration.means', { words: duration(value), duration: value })
        : t('edit.duration.howTo')}
    </>
  );
}
