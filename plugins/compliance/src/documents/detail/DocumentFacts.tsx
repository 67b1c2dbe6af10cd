import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import {
  EntityLink,
  ExternalLink,
  Timestamp,
  useFormats,
} from '../../components';
import { complianceTranslationRef } from '../../translations';
import { KnownStandard } from '../clauseGroups';
import { ReviewDate } from '../components/ReviewDate';
import { SourceLabel } from '../components/SourceLabel';
import { StateLabel } from '../components/StateLabel';
import { DocumentField, documentFields } from '../edit/documentDraft';
import { DeclaredValue } from './DeclaredValue';
import styles from './DocumentFacts.module.css';

function Fact(props: { title: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Everything that is said about a document but its clauses. */
export function DocumentFacts(props: {
  document: RegisteredDocument;
  standards: readonly KnownStandard[];
}) {
  const { document, standards } = props;
  const { changedAt, changedBy } = document;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, duration } = useFormats();

  const values: Record<Exclude<DocumentField, 'clauses'>, ReactNode> = {
    title: document.title,
    kind: t(`documents.kind.${document.kind}`),
    link: document.link && <ExternalLink href={document.link} />,
    entityRef: document.entityRef && (
      <EntityLink entityRef={document.entityRef} />
    ),
    owner: document.owner && <EntityLink entityRef={document.owner} />,
    version: document.version,
    approvedOn: document.approvedOn && date(document.approvedOn),
    reviewEvery: document.reviewEvery && duration(document.reviewEvery),
  };
  return (
    <dl className={styles.root}>
      <Fact title={t('documents.detail.state')}>
        <StateLabel document={document} />
      </Fact>
      <Fact title={t('documents.detail.nextReview')}>
        <ReviewDate document={document} />
      </Fact>
      {documentFields
        .filter(name => name !== 'clauses')
        .map(name => (
          <Fact key={name} title={t(`documents.field.${name}`)}>
            {values[name] ?? (
              <span className={styles.muted}>{t('documents.notSet')}</span>
            )}
            <DeclaredValue
              name={name}
              document={document}
              standards={standards}
            />
          </Fact>
        ))}
      <Fact title={t('documents.detail.source')}>
        <SourceLabel document={document} />
      </Fact>
      {changedAt && (
        <Fact title={t('documents.detail.changed')}>
          {changedBy ? (
            t('documents.detail.changedBy', {
              time: <Timestamp value={changedAt} />,
              user: <EntityLink entityRef={changedBy} />,
            })
          ) : (
            <Timestamp value={changedAt} />
          )}
        </Fact>
      )}
    </dl>
  );
}
