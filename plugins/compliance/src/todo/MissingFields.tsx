import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VocabularyResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import { groupMissing } from './missing';
import styles from './MissingFields.module.css';

/** What is still to be filled in, in words and by facet. */
export function MissingFields(props: {
  missing: string[];
  vocabulary: VocabularyResponse;
}) {
  const { missing, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (missing.length === 0) {
    return <p className={styles.none}>{t('todo.services.nothingMissing')}</p>;
  }
  return (
    <ul className={styles.root} aria-label={t('todo.services.missing')}>
      {groupMissing(missing, vocabulary.fields).map(({ group, fields }) => (
        <li key={group}>
          <span className={styles.facet}>{t(`facet.${group}`)}</span>:{' '}
          {fields.map(({ title }) => title).join(', ')}
        </li>
      ))}
    </ul>
  );
}
