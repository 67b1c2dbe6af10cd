import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ButtonLink, Skeleton } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { useEntityCompliance } from '../api';
import { complianceTranslationRef } from '../translations';
import { CardSummary } from './CardSummary';
import styles from './EntityComplianceCard.module.css';
import { EntityUnavailable } from './EntityUnavailable';
import { useScorecardLink } from './useScorecardLink';

/**
 * The compliance of an entity at a glance: level, score, the values of the
 * facets with their sources, and the most valuable next steps.
 *
 * @public
 */
export function EntityComplianceCard() {
  const { entity } = useEntity();
  const answer = useEntityCompliance(entity);
  const scorecardLink = useScorecardLink();
  const { t } = useTranslationRef(complianceTranslationRef);

  const known = answer.value?.state === 'known' ? answer.value : undefined;
  return (
    <section aria-label={t('title')} className={styles.root}>
      <EntityInfoCard
        title={t('title')}
        footerActions={
          known && (
            <ButtonLink
              href={scorecardLink(known.compliance.entityRef)}
              variant="tertiary"
              iconEnd={<RiArrowRightLine aria-hidden />}
            >
              {t('card.openScorecard')}
            </ButtonLink>
          )
        }
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
