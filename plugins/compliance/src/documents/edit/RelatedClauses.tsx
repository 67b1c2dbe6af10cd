import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Badge, Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import {
  ClauseRef,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useState } from 'react';
import { complianceTranslationRef } from '../../translations';
import styles from './RelatedClauses.module.css';
import { Suggestion, suggestClauses } from './suggestions';

const SHOWN = 5;

/** Offers clauses of other standards that relate to what is chosen. */
export function RelatedClauses(props: {
  chosen: ClauseRef[];
  standards: StandardResponse[];
  onAdd(clause: ClauseRef): void;
}) {
  const { chosen, standards, onAdd } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [showsAll, setShowsAll] = useState(false);
  const titleId = useId();
  const found = suggestClauses(chosen, standards);
  if (found.length === 0) {
    return <></>;
  }
  const shown = showsAll ? found : found.slice(0, SHOWN);

  function names({ standard, clause }: ClauseRef) {
    const known = standards.find(({ id }) => id === standard);
    return {
      standard: known?.title ?? standard,
      clause,
      title: known?.clauses.find(({ id }) => id === clause)?.title ?? '',
    };
  }
  const relationOf = ({ relatedTo }: Suggestion) =>
    relatedTo
      .map(({ clause, relationship }) =>
        t('documents.edit.relatedTo', {
          ...names(clause),
          relationship: t(`coverage.detail.relationship.${relationship}`),
        }),
      )
      .join('; ');

  return (
    <section aria-labelledby={titleId} className={styles.root}>
      <h3 id={titleId} className={styles.title}>
        {t('documents.edit.related')}
      </h3>
      <p className={styles.muted}>{t('documents.edit.relatedHelp')}</p>
      <ul className={styles.list}>
        {shown.map(suggestion => {
          const { standard, clause, isDraft } = suggestion;
          return (
            <li key={`${standard} ${clause}`} className={styles.item}>
              <Button
                size="small"
                variant="secondary"
                iconStart={<RiAddLine aria-hidden />}
                onPress={() => onAdd({ standard, clause })}
              >
                {t('documents.edit.addRelated', names({ standard, clause }))}
              </Button>
              <span className={styles.muted}>{relationOf(suggestion)}</span>
              {isDraft && (
                <Badge size="small">{t('documents.edit.draftCrosswalk')}</Badge>
              )}
            </li>
          );
        })}
      </ul>
      {found.length > shown.length && (
        <Button
          size="small"
          variant="tertiary"
          onPress={() => setShowsAll(true)}
        >
          {t('documents.edit.moreRelated', {
            count: found.length - shown.length,
          })}
        </Button>
      )}
    </section>
  );
}
