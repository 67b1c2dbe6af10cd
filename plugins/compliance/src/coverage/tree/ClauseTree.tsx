import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ClauseCoverage,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { complianceTranslationRef } from '../../translations';
import { ClauseNode, clauseTree, unitsOf } from '../clauseTree';
import { Disclosure } from '../components/Disclosure';
import styles from './ClauseTree.module.css';
import { SumLine } from './SumLine';
import { UnitRow } from './UnitRow';

/** Depth of the headings that are open at first. */
const OPEN_DEPTH = 2;

function TreeItem(props: {
  standard: string;
  node: ClauseNode<ClauseCoverage>;
  depth: number;
}) {
  const { standard, node, depth } = props;
  const { id, title, unit, children } = node;
  const { t } = useTranslationRef(complianceTranslationRef);
  if (unit) {
    return <UnitRow standard={standard} node={node} coverage={unit} />;
  }
  return (
    <Disclosure
      label={t('coverage.tree.expand', { id, title })}
      heading={
        <>
          <span className={styles.heading}>
            {id} {title}
          </span>
          <SumLine units={unitsOf(node)} />
        </>
      }
      isOpenAtFirst={depth <= OPEN_DEPTH}
    >
      <ul>
        {children.map(child => (
          <li key={child.id}>
            <TreeItem standard={standard} node={child} depth={depth + 1} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The clauses of a standard under their headings and themes. */
export function ClauseTree(props: {
  standard: StandardResponse;
  clauses: ClauseCoverage[];
}) {
  const { standard, clauses } = props;
  const nodes = useMemo(
    () => clauseTree(standard, clauses),
    [standard, clauses],
  );
  return (
    <ul aria-label={standard.title} className={styles.root}>
      {nodes.map(node => (
        <li key={node.id}>
          <TreeItem standard={standard.id} node={node} depth={1} />
        </li>
      ))}
    </ul>
  );
}
