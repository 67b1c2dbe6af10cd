import { Link } from '@backstage/ui';
import { ClauseRef } from '@service-compliance/backstage-plugin-compliance-common';
import { useClausesView } from '../ClausesView';
import styles from './ClauseLink.module.css';

/** A clause by number and title, with the way to its details if it has any. */
export function ClauseLink(props: {
  clause: ClauseRef;
  /** Whether the standard is said too. */
  withStandard?: boolean;
}) {
  const { clause, withStandard = false } = props;
  const view = useClausesView();
  const href = view.hrefOf(clause);
  const words = (
    <>
      {withStandard && `${view.standardTitle(clause.standard)} `}
      <span className={styles.number}>{clause.clause}</span>{' '}
      {view.titleOf(clause)}
    </>
  );
  return href === undefined ? (
    <span>{words}</span>
  ) : (
    <Link href={href}>{words}</Link>
  );
}
