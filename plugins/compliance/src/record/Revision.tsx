import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VisuallyHidden } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import {
  FieldChange,
  ProfileRevision,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { EntityLink, FieldValue, SourceTag, Timestamp } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './Revision.module.css';

function ChangedValue(props: {
  fieldId: string;
  value: unknown;
  vocabulary: VocabularyResponse;
}) {
  const { fieldId, value, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const field = vocabulary.fields.find(({ id }) => id === fieldId);
  if (value === undefined) {
    return <span className={styles.unset}>{t('value.notSet')}</span>;
  }
  // A field that is no more is shown as it was stored.
  return field ? (
    <FieldValue field={field} value={value} vocabulary={vocabulary} />
  ) : (
    <>{typeof value === 'string' ? value : JSON.stringify(value)}</>
  );
}

function Change(props: {
  change: FieldChange;
  vocabulary: VocabularyResponse;
}) {
  const { change, vocabulary } = props;
  const { field: id, before, after } = change;
  const { t } = useTranslationRef(complianceTranslationRef);
  const field = vocabulary.fields.find(entry => entry.id === id);
  return (
    <div className={styles.change}>
      <dt>{field?.title ?? id}</dt>
      <dd>
        <ChangedValue fieldId={id} value={before} vocabulary={vocabulary} />
        <RiArrowRightLine aria-hidden size={14} className={styles.arrow} />
        <VisuallyHidden>{t('record.history.becomes')} </VisuallyHidden>
        <ChangedValue fieldId={id} value={after} vocabulary={vocabulary} />
      </dd>
    </div>
  );
}

/** Who changed what of a profile, and when. */
export function Revision(props: {
  revision: ProfileRevision;
  vocabulary: VocabularyResponse;
}) {
  const { revision, vocabulary } = props;
  const { source, action, author, changedAt, changes } = revision;
  const { t } = useTranslationRef(complianceTranslationRef);
  const who = author ? (
    <EntityLink entityRef={author} defaultKind="user" />
  ) : (
    t('record.history.unknownAuthor')
  );
  return (
    <article>
      <p className={styles.header}>
        {source === 'git' ? <SourceTag source="git" /> : who}
        <span>{t(`record.history.action.${action}`)}</span>
        <span className={styles.time}>
          <Timestamp value={changedAt} />
        </span>
      </p>
      {changes.length > 0 && (
        <dl className={styles.changes}>
          {changes.map(change => (
            <Change
              key={change.field}
              change={change}
              vocabulary={vocabulary}
            />
          ))}
        </dl>
      )}
    </article>
  );
}
