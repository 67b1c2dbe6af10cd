import {
  DependencyNode,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import styles from './DependencyTree.module.css';
import { TreeItem } from './TreeItem';
import { factsOf } from './tree';

/**
 * What is around an entity, as nested lists that open. The entity itself, the
 * root, is not shown.
 */
export function DependencyTree(props: {
  label: string;
  root: DependencyNode;
  vocabulary: VocabularyResponse;
}) {
  const { label, root, vocabulary } = props;
  const tree = useMemo(() => factsOf(root), [root]);
  return (
    <ul aria-label={label} className={styles.root}>
      {root.children?.map(node => (
        <TreeItem
          key={node.entityRef}
          node={node}
          tree={tree}
          vocabulary={vocabulary}
        />
      ))}
    </ul>
  );
}
