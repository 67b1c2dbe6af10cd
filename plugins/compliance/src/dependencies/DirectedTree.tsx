import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DependenciesResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../translations';
import { DependencyTree } from './DependencyTree';
import styles from './DirectedTree.module.css';

/** Which way a tree goes: to what an entity needs, or to what needs it. */
export type Direction = 'dependencies' | 'dependents';

/** One of the two trees around an entity, and whether it is all. */
export function DirectedTree(props: {
  answer: DependenciesResponse;
  direction: Direction;
  vocabulary: VocabularyResponse;
}) {
  const { answer, direction, vocabulary } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const root = answer[direction];
  const isEmpty = (root.children ?? []).length === 0;
  return (
    <div className={styles.root}>
      {isEmpty ? (
        <p>
          {direction === 'dependencies'
            ? t('estate.dependencies.noDependencies')
            : t('estate.dependencies.noDependents')}
        </p>
      ) : (
        <DependencyTree
          key={direction}
          label={t(`estate.dependencies.${direction}`)}
          root={root}
          vocabulary={vocabulary}
        />
      )}
      {answer.truncated && <p>{t('estate.dependencies.truncated')}</p>}
    </div>
  );
}
