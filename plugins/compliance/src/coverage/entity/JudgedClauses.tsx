import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CheckResult,
  ServiceClauseCoverage,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { complianceTranslationRef } from '../../translations';
import { ClauseNode, clauseTree } from '../clauseTree';
import { ClauseNotes } from '../components/ClauseNotes';
import { Disclosure } from '../components/Disclosure';
import { StateLabel } from '../components/StateLabel';
import { ClauseResults } from './ClauseResults';
import styles from './JudgedClauses.module.css';

interface JudgedProps {
  standardTitle: (id: string) => string;
  scorecard: readonly Pick<CheckResult, 'checkId' | 'title'>[];
}

function JudgedClause(
  props: JudgedProps & {
    title: string;
    coverage: ServiceClauseCoverage;
  },
) {
  const { title, coverage, standardTitle, scorecard } = props;
  const { clause, state, indicated, results } = coverage;
  return (
    <div className={styles.clause}>
      <StateLabel state={state} />
      <div className={styles.words}>
        <span>
          <span className={styles.number}>{clause}</span> {title}
        </span>
        <ClauseNotes
          facts={coverage}
          indicatedBy={indicated && [indicated.path]}
          indicated={indicated?.state}
          standardTitle={standardTitle}
        />
        <ClauseResults results={results} scorecard={scorecard} />
      </div>
    </div>
  );
}

function JudgedNode(
  props: JudgedProps & { node: ClauseNode<ServiceClauseCoverage> },
) {
  const { node, ...shared } = props;
  const { id, title, unit, children } = node;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (unit) {
    return <JudgedClause title={title} coverage={unit} {...shared} />;
  }
  return (
    <Disclosure
      label={t('coverage.tree.expand', { id, title })}
      heading={
        <span className={styles.heading}>
          {id} {title}
        </span>
      }
      isOpenAtFirst
    >
      <ul>
        {children.map(child => (
          <li key={child.id}>
            <JudgedNode node={child} {...shared} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The clauses that checks judge or indicate for a service, with the checks. */
export function JudgedClauses(
  props: JudgedProps & {
    standard: Pick<StandardResponse, 'title' | 'clauses' | 'themes'>;
    clauses: ServiceClauseCoverage[];
  },
) {
  const { standard, clauses, ...shared } = props;
  const nodes = useMemo(
    () => clauseTree(standard, clauses),
    [standard, clauses],
  );
  return (
    <ul aria-label={standard.title} className={styles.root}>
      {nodes.map(node => (
        <li key={node.id}>
          <JudgedNode node={node} {...shared} />
        </li>
      ))}
    </ul>
  );
}
