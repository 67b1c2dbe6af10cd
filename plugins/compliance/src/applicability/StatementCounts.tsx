import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { complianceTranslationRef } from '../translations';
import {
  ApplicabilityQuery,
  noFilter,
  StatementFilter,
} from './applicabilityQuery';
import { decisionOf, decisions } from './decision';
import styles from './StatementCounts.module.css';
import { StatementRow } from './statementRows';

/** How the draft stands, each number with the way to the controls behind it. */
export function StatementCounts(props: {
  rows: StatementRow[];
  /** Whether it is known where checks disagree. */
  isMeasured: boolean;
  hrefOf: (change: Partial<ApplicabilityQuery>) => string;
}) {
  const { rows, isMeasured, hrefOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const disagreements = rows.filter(row => row.disagreement).length;

  function item(
    name: 'yes' | 'no' | 'undecided' | 'disagreements',
    count: number,
    filter: Partial<StatementFilter>,
  ) {
    const text = t(`applicability.counts.${name}`, { count });
    return (
      <li key={name}>
        {count === 0 ? (
          text
        ) : (
          <Link href={hrefOf({ ...noFilter, ...filter })}>{text}</Link>
        )}
      </li>
    );
  }

  return (
    <ul aria-label={t('applicability.counts.title')} className={styles.root}>
      {decisions.map(id =>
        item(id, rows.filter(({ entry }) => decisionOf(entry) === id).length, {
          decisions: [id],
        }),
      )}
      {isMeasured &&
        item('disagreements', disagreements, { only: 'disagreements' })}
    </ul>
  );
}
