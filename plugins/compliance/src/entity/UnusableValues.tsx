import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, ButtonLink } from '@backstage/ui';
import {
  AnnotationError,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { CopyableCode } from '../components';
import { complianceTranslationRef } from '../translations';
import { editSearch, targetOf } from './editTarget';
import styles from './UnusableValues.module.css';

/** What was found and what would be right. */
function ErrorDetails(props: { error: AnnotationError }) {
  const { value, expected, nearest } = props.error;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <dl className={styles.details}>
      <dt>{t('annotationErrors.found')}</dt>
      <dd>
        {value === '' ? t('annotationErrors.nothing') : <code>{value}</code>}
      </dd>
      <dt>{t('annotationErrors.expected')}</dt>
      <dd>{expected}</dd>
      {nearest !== undefined && (
        <>
          <dt>{t('annotationErrors.didYouMean')}</dt>
          <dd>
            <CopyableCode text={nearest} />
          </dd>
        </>
      )}
    </dl>
  );
}

function ErrorAlert(props: {
  errors: AnnotationError[];
  title: string;
  description: string;
  /** What an error is about. */
  nameOf: (error: AnnotationError) => ReactNode;
}) {
  const { errors, title, description, nameOf } = props;
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={title}
      description={
        <div className={styles.root}>
          <p>{description}</p>
          <ul className={styles.list}>
            {errors.map(error => (
              <li key={error.annotation}>
                {nameOf(error)}
                <ErrorDetails error={error} />
              </li>
            ))}
          </ul>
        </div>
      }
    />
  );
}

/**
 * What Git or the portal says and cannot be used: what is wrong, what would be
 * right, and where it is corrected.
 */
export function UnusableValues(props: {
  errors: AnnotationError[];
  mayUpdate: boolean;
  vocabulary: VocabularyResponse;
}) {
  const { errors, mayUpdate, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const inGit = errors.filter(({ source }) => source !== 'portal');
  const inPortal = errors.filter(({ source }) => source === 'portal');

  function fieldOf({ field: id, annotation }: AnnotationError) {
    const field = vocabulary.fields.find(entry => entry.id === id);
    const title = field?.title ?? annotation;
    return (
      <span className={styles.field}>
        <span className={styles.key}>{title}</span>
        {field && mayUpdate && (
          <ButtonLink
            size="small"
            variant="secondary"
            aria-label={t('record.editGroup', { group: title })}
            href={editSearch(targetOf(field.id))}
          >
            {t('record.edit')}
          </ButtonLink>
        )}
      </span>
    );
  }

  return (
    <>
      {inGit.length > 0 && (
        <ErrorAlert
          errors={inGit}
          title={t('annotationErrors.title', { count: inGit.length })}
          description={t('annotationErrors.description', {
            count: inGit.length,
          })}
          nameOf={({ annotation }) => (
            <code className={styles.key}>{annotation}</code>
          )}
        />
      )}
      {inPortal.length > 0 && (
        <ErrorAlert
          errors={inPortal}
          title={t('record.unusable.title', { count: inPortal.length })}
          description={t('record.unusable.description', {
            count: inPortal.length,
          })}
          nameOf={fieldOf}
        />
      )}
    </>
  );
}
