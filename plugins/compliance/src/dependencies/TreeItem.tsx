import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import {
  DependencyNode,
  findLevel,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useId, useState } from 'react';
import { EntityLink, titleOf, useFormats } from '../components';
import { complianceTranslationRef } from '../translations';
import { endOf, TreeFacts } from './tree';
import styles from './TreeItem.module.css';

interface TreeItemProps {
  node: DependencyNode;
  tree: TreeFacts;
  vocabulary: VocabularyResponse;
}

/** What matters about an entity that something depends on. */
function useNodeFacts(props: TreeItemProps): string[] {
  const { node, tree, vocabulary } = props;
  const { serviceTier, classification, rto, residualRisk } = node;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { duration } = useFormats();
  const end = endOf(node, tree);
  const levelTitle = (
    scale: 'serviceTier' | 'classification' | 'risk',
    id: string | undefined,
  ) => findLevel(vocabulary, scale, id)?.title ?? id;
  const risk = levelTitle('risk', residualRisk);
  return [
    node.isSupplier && t('estate.dependencies.supplier'),
    levelTitle('serviceTier', serviceTier),
    levelTitle('classification', classification),
    rto && t('estate.dependencies.rto', { rto: duration(rto) }),
    risk && t('estate.dependencies.residualRisk', { risk }),
    end && t(`estate.dependencies.${end}`),
  ].filter(fact => typeof fact === 'string');
}

/** An entity of a tree, with a button that opens what is below it. */
export function TreeItem(props: TreeItemProps) {
  const { node, tree, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const facts = useNodeFacts(props);
  const [isOpen, setOpen] = useState(tree.isSmall);
  const childrenId = useId();
  const children = node.children ?? [];

  return (
    <li>
      <div className={styles.node}>
        <span className={styles.toggle}>
          {children.length > 0 && (
            <ButtonIcon
              size="small"
              variant="tertiary"
              icon={isOpen ? <RiArrowDownSLine /> : <RiArrowRightSLine />}
              aria-label={t('estate.dependencies.expand', {
                title: titleOf(node),
              })}
              aria-expanded={isOpen}
              aria-controls={childrenId}
              onPress={() => setOpen(!isOpen)}
            />
          )}
        </span>
        <span className={styles.text}>
          <EntityLink entityRef={node.entityRef} />
          {facts.map(fact => (
            <span key={fact} className={styles.fact}>
              {fact}
            </span>
          ))}
        </span>
      </div>
      {children.length > 0 && (
        <ul id={childrenId} hidden={!isOpen} className={styles.children}>
          {isOpen &&
            children.map(child => (
              <TreeItem
                key={child.entityRef}
                node={child}
                tree={tree}
                vocabulary={vocabulary}
              />
            ))}
        </ul>
      )}
    </li>
  );
}
