import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, Cell } from '@backstage/ui';
import { RiInformationLine } from '@remixicon/react';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { EntityLink, useFormats } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { DocumentLink } from '../components/DocumentLink';
import styles from './cells.module.css';

interface CellProps {
  document: RegisteredDocument;
}

/** A cell whose content wraps. */
export function ContentCell(props: { children: ReactNode }) {
  return (
    <Cell>
      <div className={styles.content}>{props.children}</div>
    </Cell>
  );
}

function NotSet() {
  const { t } = useTranslationRef(complianceTranslationRef);
  return <span className={styles.muted}>{t('documents.notSet')}</span>;
}

export function TitleCell(props: CellProps & { open: (id: string) => void }) {
  const { document, open } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <Cell>
      <div className={styles.title}>
        <ButtonIcon
          size="small"
          variant="secondary"
          icon={<RiInformationLine />}
          aria-label={t('documents.details', { title: document.title })}
          aria-haspopup="dialog"
          onPress={() => open(document.id)}
        />
        <span className={styles.name}>
          <DocumentLink document={document} />
        </span>
      </div>
    </Cell>
  );
}

export function KindCell(props: CellProps) {
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <ContentCell>{t(`documents.kind.${props.document.kind}`)}</ContentCell>
  );
}

export function OwnerCell(props: CellProps) {
  const { owner } = props.document;
  return (
    <ContentCell>
      {owner ? <EntityLink entityRef={owner} /> : <NotSet />}
    </ContentCell>
  );
}

export function VersionCell(props: CellProps) {
  return <ContentCell>{props.document.version ?? <NotSet />}</ContentCell>;
}

export function ApprovedCell(props: CellProps) {
  const { approvedOn } = props.document;
  const { date } = useFormats();
  return (
    <ContentCell>
      {approvedOn ? (
        <time dateTime={approvedOn}>{date(approvedOn)}</time>
      ) : (
        <NotSet />
      )}
    </ContentCell>
  );
}
