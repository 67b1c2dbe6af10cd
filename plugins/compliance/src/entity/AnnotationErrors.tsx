import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import { AnnotationError } from '@service-compliance/backstage-plugin-compliance-common';
import { CopyableCode } from '../components';
import { complianceTranslationRef } from '../translations';
import styles from './AnnotationErrors.module.css';

/** The annotations that could not be used: what is wrong and what is right. */
export function AnnotationErrors(props: { errors: AnnotationError[] }) {
  const { errors } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (errors.length === 0) {
    return <></>;
  }
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('annotationErrors.title', { count: errors.length })}
      description={
        <div className={styles.root}>
          <p>{t('annotationErrors.description', { count: errors.length })}</p>
          <ul className={styles.list}>
            {errors.map(({ annotation, value, expected, nearest }) => (
              <li key={annotation}>
                <code className={styles.key}>{annotation}</code>
                <dl className={styles.details}>
                  <dt>{t('annotationErrors.found')}</dt>
                  <dd>
                    {value === '' ? (
                      t('annotationErrors.nothing')
                    ) : (
                      <code>{value}</code>
                    )}
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
              </li>
            ))}
          </ul>
        </div>
      }
    />
  );
}
