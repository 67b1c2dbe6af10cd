import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import {
  EntityResponse,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { FieldValue, SourceTag } from '../components';
import { complianceTranslationRef } from '../translations';
import { Conflict, conflictsOf } from './conflictsOf';
import styles from './Conflicts.module.css';
import { ProfileActions } from './useProfileActions';

interface ItemProps {
  conflict: Conflict;
  vocabulary: VocabularyResponse;
  actions: ProfileActions;
}

/** One side of a conflict, with the button that accepts it. */
function Side(props: ItemProps & { source: 'git' | 'portal' }) {
  const { conflict, source, vocabulary, actions } = props;
  const { field, winner, isAccepted } = conflict;
  const { t } = useTranslationRef(complianceTranslationRef);
  const isSettled = isAccepted && source === 'portal';
  return (
    <li className={styles.side}>
      <SourceTag source={source} />
      <span className={styles.value}>
        <FieldValue
          field={field}
          value={conflict[source]}
          vocabulary={vocabulary}
        />
        {winner === source && (
          <span className={styles.wins}>{t('record.conflicts.wins')}</span>
        )}
      </span>
      {!isSettled && (
        <Button
          size="small"
          variant="secondary"
          aria-label={t(
            source === 'git'
              ? 'record.conflicts.acceptGit'
              : 'record.conflicts.acceptPortal',
            { field: field.title },
          )}
          isDisabled={actions.isBusy}
          onPress={() =>
            actions.accept({ group: field.group, field: field.name, source })
          }
        >
          {t('record.conflicts.accept')}
        </Button>
      )}
    </li>
  );
}

function ConflictItem(props: ItemProps) {
  const { field } = props.conflict;
  return (
    <li>
      <span className={styles.field}>{field.title}</span>
      <ul className={styles.sides}>
        <Side {...props} source="git" />
        <Side {...props} source="portal" />
      </ul>
    </li>
  );
}

/** What Git and the portal disagree about, to be settled with one click. */
export function Conflicts(props: {
  compliance: EntityResponse;
  vocabulary: VocabularyResponse;
  actions: ProfileActions;
}) {
  const { compliance, vocabulary, actions } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const conflicts = conflictsOf(compliance.profile, vocabulary);
  const open = conflicts.filter(({ isAccepted }) => !isAccepted);
  const accepted = conflicts.filter(({ isAccepted }) => isAccepted);

  const list = (items: Conflict[]) => (
    <ul className={styles.conflicts}>
      {items.map(conflict => (
        <ConflictItem
          key={conflict.field.id}
          conflict={conflict}
          vocabulary={vocabulary}
          actions={actions}
        />
      ))}
    </ul>
  );

  if (conflicts.length === 0) {
    return <></>;
  }
  return (
    <section aria-label={t('record.conflicts.region')} className={styles.root}>
      {open.length > 0 && (
        <Card>
          <CardHeader>
            <Text as="h2" variant="title-x-small" weight="bold">
              {t('record.conflicts.title', { count: open.length })}
            </Text>
            <p className={styles.intro}>
              {vocabulary.precedence === 'git'
                ? t('record.conflicts.gitWins')
                : t('record.conflicts.portalWins')}
            </p>
          </CardHeader>
          <CardBody>{list(open)}</CardBody>
        </Card>
      )}
      {accepted.length > 0 && (
        <details className={styles.accepted}>
          <summary>
            {t('record.conflicts.accepted', { count: accepted.length })}
          </summary>
          <p>{t('record.conflicts.acceptedHelp')}</p>
          {list(accepted)}
        </details>
      )}
    </section>
  );
}
