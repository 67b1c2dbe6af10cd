import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  CheckFacet,
  SummaryResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useStandards } from '../api';
import { ClauseList, Section } from '../components';
import { openStatuses } from '../services/servicesQuery';
import { complianceTranslationRef } from '../translations';
import styles from './FailingChecks.module.css';
import { useServicesLink } from './servicesLink';

/** The checks with the most open findings, and the clauses they hurt. */
export function FailingChecks(props: { failing: SummaryResponse['failing'] }) {
  const { failing } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const servicesLink = useServicesLink();
  const standards = useStandards(
    failing.flatMap(({ clauses }) => clauses.map(({ standard }) => standard)),
  );
  return (
    <Section
      title={t('overview.failing.title')}
      help={t(
        failing.length > 0 ? 'overview.failing.help' : 'overview.failing.none',
      )}
    >
      {failing.length > 0 && (
        <ol className={styles.list}>
          {failing.map(({ checkId, title, facet, total, clauses }) => {
            const services = t('overview.services', { count: total });
            return (
              <li key={checkId} className={styles.item}>
                <div className={styles.check}>
                  <strong>{title}</strong>
                  <span className={styles.facet}>
                    {t(`facet.${facet as CheckFacet}`)}
                  </span>
                  <Link
                    href={servicesLink({
                      check: { id: checkId, status: openStatuses },
                    })}
                    aria-label={t('overview.failing.linkOf', {
                      services,
                      check: title,
                    })}
                  >
                    {services}
                  </Link>
                </div>
                <ClauseList clauses={clauses} standards={standards} />
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}
