import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { OrganisationCoverage } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import styles from './OrganisationEvidence.module.css';
import { StateLabel } from './StateLabel';

/** What the documents of the organisation show of a clause. */
export function OrganisationEvidence(props: {
  organisation: OrganisationCoverage;
  /** Where a document is shown; absent where nothing can be linked to. */
  documentLink?: (id: string) => string;
}) {
  const { organisation, documentLink } = props;
  const { state, documents } = organisation;
  const { t } = useTranslationRef(complianceTranslationRef);
  const nameOf = (document: (typeof documents)[number]) =>
    t('coverage.organisation.document', {
      title: document.title,
      state: t(`coverage.organisation.state.${document.state}`),
    });
  return (
    <div className={styles.root}>
      <span className={styles.muted}>{t('coverage.state.organisation')}</span>
      <StateLabel state={state} />
      <span className={styles.muted}>
        {documents.length > 0
          ? t('coverage.organisation.documents', { count: documents.length })
          : t('coverage.organisation.none')}
      </span>
      {documents.length > 0 && (
        <ul className={styles.documents}>
          {documents.map(document => (
            <li key={document.id}>
              {documentLink ? (
                <Link href={documentLink(document.id)}>{nameOf(document)}</Link>
              ) : (
                nameOf(document)
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
