import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { ClauseRef } from '@service-compliance/backstage-plugin-compliance-common';
import { useTabLink } from '../../components';
import { complianceTranslationRef } from '../../translations';
import { groupClauses, KnownStandard } from '../clauseGroups';
import { clauseQuery } from './clauseLink';
import styles from './DocumentClauses.module.css';

/** Clauses by standard with their titles, each with the way to its coverage. */
export function DocumentClauses(props: {
  clauses: ClauseRef[];
  standards: readonly KnownStandard[];
}) {
  const { clauses, standards } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const tabLink = useTabLink();
  if (clauses.length === 0) {
    return <p>{t('documents.detail.noClauses')}</p>;
  }
  return (
    <div className={styles.root}>
      {groupClauses(clauses, standards).map(group => (
        <div key={group.standard}>
          <h4 className={styles.standard}>{group.title}</h4>
          <ul className={styles.clauses}>
            {group.clauses.map(({ id, title }) => (
              <li key={id}>
                {title === undefined ? (
                  id
                ) : (
                  <Link
                    href={`${tabLink('clauses')}?${clauseQuery(
                      { standard: group.standard, clause: id },
                      standards,
                    )}`}
                  >
                    {t('documents.edit.clause', { id, title })}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
