import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RemixiconComponentType,
  RiEditLine,
  RiGitBranchLine,
  RiSettings3Line,
} from '@remixicon/react';
import { ValueSource } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import styles from './SourceTag.module.css';

const icons: Record<ValueSource, RemixiconComponentType> = {
  git: RiGitBranchLine,
  portal: RiEditLine,
  default: RiSettings3Line,
};

/** Where an effective value comes from. */
export function SourceTag(props: { source: ValueSource }) {
  const { source } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const Icon = icons[source];
  return (
    <span className={styles.root} title={t(`source.${source}Help`)}>
      <Icon aria-hidden size={12} />
      {t(`source.${source}`)}
    </span>
  );
}
