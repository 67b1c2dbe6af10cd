import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox, Link } from '@backstage/ui';
import {
  EntitySummary,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import {
  EntityLink,
  LevelBadge,
  ProgressLabel,
  ScoreMeter,
  titleOf,
} from '../components';
import { useScorecardLink } from '../entity';
import { complianceTranslationRef } from '../translations';
import { Gain } from './Gain';
import { MissingFields } from './MissingFields';
import styles from './TodoItem.module.css';

/** One service of the to-do list: where it stands and what is to be done. */
export function TodoItem(props: {
  service: EntitySummary;
  vocabulary: VocabularyResponse;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  onComplete: () => void;
}) {
  const { service, vocabulary, isSelected, onSelect, onComplete } = props;
  const { entityRef, owner, score, level, progress, missing = [] } = service;
  const { levels } = vocabulary;
  const scorecardLink = useScorecardLink();
  const { t } = useTranslationRef(complianceTranslationRef);
  const title = titleOf(service);

  return (
    <li className={styles.root}>
      <Checkbox
        className={styles.select}
        aria-label={t('todo.selection.one', { title })}
        isSelected={isSelected}
        onChange={onSelect}
      />
      <div className={styles.name}>
        <Link
          href={scorecardLink(entityRef)}
          variant="body-medium"
          weight="bold"
        >
          {title}
        </Link>
        <span className={styles.facts}>
          {owner && (
            <span>
              <EntityLink entityRef={owner} defaultKind="group" />
            </span>
          )}
          <ProgressLabel progress={progress} />
        </span>
      </div>
      <div className={styles.score}>
        <ScoreMeter score={score} level={level} levels={levels} />
        <LevelBadge level={level} levels={levels} />
      </div>
      <div className={styles.missing}>
        <Gain service={service} />
        <MissingFields missing={missing} vocabulary={vocabulary} />
      </div>
      {missing.length > 0 && (
        <Button
          className={styles.complete}
          variant="secondary"
          aria-label={t('todo.services.completeOf', { title })}
          onPress={onComplete}
        >
          {t('todo.services.complete')}
        </Button>
      )}
    </li>
  );
}
