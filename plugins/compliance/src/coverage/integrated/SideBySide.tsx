import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClauseCoverage,
  IntegratedClause,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { ClausesView, useClausesView } from '../ClausesView';
import { sumOf } from '../clauseTree';
import { ClauseLink } from '../components/ClauseLink';
import { isAboutServices, ServiceCounts } from '../components/ServiceCounts';
import { SumLine } from '../tree/SumLine';
import { UnitRow } from '../tree/UnitRow';
import { SideClause, StandardsPair, withDetails } from './integratedFacts';
import styles from './SideBySide.module.css';

/** Coverage of clauses of a standard, as far as it is loaded. */
export function coveragesOf(
  view: ClausesView,
  standard: string,
  clauses: readonly string[],
): ClauseCoverage[] {
  return clauses.flatMap(clause => view.coverageOf({ standard, clause }) ?? []);
}

function SideItem(props: { standard: string; entry: SideClause }) {
  const { standard, entry } = props;
  const { clause, units, details } = entry;
  const view = useClausesView();
  const known = coveragesOf(view, standard, units);
  if (known.length === 1) {
    return (
      <UnitRow
        standard={standard}
        node={{
          id: clause,
          details: details.map(id => ({
            id,
            title: view.titleOf({ standard, clause: id }),
          })),
        }}
        coverage={known[0]}
      />
    );
  }
  const { counts } = sumOf(known);
  return (
    <div className={styles.heading}>
      <ClauseLink clause={{ standard, clause }} />
      <SumLine units={known} />
      {isAboutServices(counts) && <ServiceCounts counts={counts} />}
    </div>
  );
}

/** Clauses of two standards that are about the same, side by side. */
export function SideBySide(props: {
  standards: StandardsPair;
  clauses: [IntegratedClause[], IntegratedClause[]];
}) {
  const { standards, clauses } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  return (
    <div className={styles.root}>
      {standards.map(({ id, title }, index) => (
        <div key={id} className={styles.side}>
          <span className={styles.standard}>{title}</span>
          {clauses[index].length === 0 ? (
            <p className={styles.none}>{t('coverage.integratedView.none')}</p>
          ) : (
            <ul aria-label={title}>
              {withDetails(clauses[index]).map(entry => (
                <li key={entry.clause}>
                  <SideItem standard={id} entry={entry} />
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
