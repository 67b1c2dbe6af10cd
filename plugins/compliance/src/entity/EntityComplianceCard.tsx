import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { RiArrowRightLine, RiEditLine } from '@remixicon/react';
import { EntityResponse } from '@service-compliance/backstage-plugin-compliance-common';
import { useEntityCompliance } from '../api';
import { complianceTranslationRef } from '../translations';
import { CardSummary } from './CardSummary';
import { editSearch, missingFields, targetOf } from './editTarget';
import styles from './EntityComplianceCard.module.css';
import { EntityUnavailable } from './EntityUnavailable';
import { useScorecardLink } from './useScorecardLink';

/** The ways from the card to the tab. */
function CardActions(props: { compliance: EntityResponse }) {
  const { compliance } = props;
  const { entityRef, mayUpdate } = compliance;
  const { t } = useTranslationRef(complianceTranslationRef);
  const tab = useScorecardLink()(entityRef);
  const missing = mayUpdate ? missingFields(compliance) : [];
  return (
    <div className={styles.actions}>
      {missing.length > 0 && (
        <ButtonLink
          href={`${tab}${editSearch(targetOf(missing[0]))}`}
          variant="tertiary"
          iconStart={<RiEditLine aria-hidden />}
        >
          {t('record.complete', { count: missing.length })}
        </ButtonLink>
      )}
      <ButtonLink
        href={tab}
        variant="tertiary"
        iconEnd={<RiArrowRightLine aria-hidden />}
      >
        {t('card.openScorecard')}
      </ButtonLink>
    </div>
  );
}

/**
 * The compliance of an entity at a glance: level, score, the values of the
 * facets with their sources, and the most valuable next steps.
 *
 * @public
 */
export function EntityComplianceCard() {
  const { entity } = useEntity();
  const answer = useEntityCompliance(entity);
  const { t } = useTranslationRef(complianceTranslationRef);

  const known = answer.value?.state === 'known' ? answer.value : undefined;
  return (
    <section aria-label={t('title')} className={styles.root}>
      <EntityInfoCard
        title={t('title')}
        footerActions={known && <CardActions compliance={known.compliance} />}
      >
        {known ? (
          <CardSummary
            compliance={known.compliance}
            vocabulary={known.vocabulary}
          />
        ) : (
          <EntityUnavailable
            answer={answer}
            skeleton={
              <div className={styles.skeleton}>
                <Skeleton height={48} />
                <Skeleton height={96} />
                <Skeleton height={128} />
              </div>
            }
          />
        )}
      </EntityInfoCard>
    </section>
  );
}
