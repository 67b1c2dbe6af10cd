import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RegisteredDocument } from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { complianceTranslationRef } from '../../translations';
import { groupClauses, KnownStandard } from '../clauseGroups';
import styles from './ClauseNumbers.module.css';

/** Of each standard, as many as fit into two lines. */
const SHOWN = 6;

/** The numbers of the clauses of a document, by standard. */
export function ClauseNumbers(props: {
  document: Pick<RegisteredDocument, 'title' | 'clauses'>;
  standards: readonly KnownStandard[];
}) {
  const { document, standards } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isOpen, setOpen] = useState(false);
  const groups = groupClauses(document.clauses, standards);
  const hidden = groups.reduce(
    (sum, { clauses }) => sum + Math.max(clauses.length - SHOWN, 0),
    0,
  );
  const buttonText = isOpen
    ? t('documents.fewerClauses')
    : t('documents.moreClauses', { count: hidden });

  if (groups.length === 0) {
    return <span className={styles.muted}>{t('documents.noClauses')}</span>;
  }
  return (
    <div className={styles.root}>
      {groups.map(({ standard, title, clauses }) => (
        <div key={standard}>
          <span className={styles.muted}>{title}:</span>{' '}
          {clauses
            .slice(0, isOpen ? undefined : SHOWN)
            .map(({ id }) => id)
            .join(', ')}
        </div>
      ))}
      {hidden > 0 && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          aria-label={t('documents.moreClausesOf', {
            more: buttonText,
            title: document.title,
          })}
          onPress={() => setOpen(!isOpen)}
        >
          {buttonText}
        </Button>
      )}
    </div>
  );
}
