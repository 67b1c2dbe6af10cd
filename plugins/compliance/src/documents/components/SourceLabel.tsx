import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge } from '@backstage/ui';
import {
  RemixiconComponentType,
  RiAlertLine,
  RiEditLine,
  RiGitBranchLine,
  RiSettings3Line,
} from '@remixicon/react';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { EntityLink } from '../../components';
import { complianceTranslationRef } from '../../translations';
import styles from './SourceLabel.module.css';

const icons: Record<RegisteredDocument['source'], RemixiconComponentType> = {
  config: RiSettings3Line,
  catalog: RiGitBranchLine,
  portal: RiEditLine,
};

/** Where a document is declared, and whether the portal says otherwise. */
export function SourceLabel(props: { document: RegisteredDocument }) {
  const { source, declaredBy, declared, problems = [] } = props.document;
  const { t } = useTranslationRef(complianceTranslationRef);
  const Icon = icons[source];

  function words() {
    if (source === 'catalog') {
      return declaredBy
        ? t('documents.source.catalog', {
            entity: <EntityLink entityRef={declaredBy} />,
          })
        : t('documents.source.catalogHidden');
    }
    return t(`documents.source.${source}`);
  }
  return (
    <span className={styles.root}>
      <span className={styles.source}>
        <Icon aria-hidden size={14} />
        <span>{words()}</span>
      </span>
      {declared && <Badge size="small">{t('documents.source.changed')}</Badge>}
      {problems.length > 0 && (
        <Badge size="small" icon={<RiAlertLine aria-hidden size={12} />}>
          {t('documents.source.problems', { count: problems.length })}
        </Badge>
      )}
    </span>
  );
}
