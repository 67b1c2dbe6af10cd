import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Dialog,
  DialogBody,
  DialogHeader,
  Skeleton,
  VisuallyHidden,
} from '@backstage/ui';
import {
  EntityResponse,
  FieldGroup,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { titleOf } from '../components';
import { complianceTranslationRef } from '../translations';
import { DiscardQuestion } from './DiscardQuestion';
import styles from './FacetEditDialog.module.css';
import { FacetEditor } from './FacetEditor';
import { NotEditable } from './NotEditable';
import { useLoadedEntity } from './useLoadedEntity';

/** What is edited, and what happens then. */
export interface FacetEditDialogProps {
  entityRef: string;
  group: FieldGroup;
  /** Name of the field that gets the focus; the first one to fill by default. */
  field?: string;
  /** Where in a row of edits this one is, e.g. `2 of 7`. */
  position?: string;
  /** Called when it is left, and after saving unless it goes on. */
  onClose(): void;
  onSaved(entity: EntityResponse): void;
  /** Moves on to the next edit of a row; offers "Save and next" when set. */
  onNext?(): void;
}

/** Ways to leave an edit. */
type Way = 'close' | 'next';

/** One edit, from loading to saving. */
function Edit(
  props: FacetEditDialogProps & {
    onDirtyChange(isDirty: boolean): void;
    onLeave(way: Way): void;
    /** The way that was asked for but would lose what is entered. */
    leaving?: Way;
    onKeep(): void;
    onGo(way: Way): void;
  },
) {
  const { entityRef, group, position, leaving, onGo, onLeave } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { entity, vocabulary, error, isLoading, retry } =
    useLoadedEntity(entityRef);

  const title = t('edit.title', {
    group: t(`facet.${group}`),
    entity: titleOf(entity ?? { entityRef }),
  });
  const hasNext = props.onNext !== undefined;

  function content() {
    if (error || entity?.mayUpdate === false) {
      return (
        <NotEditable
          error={error}
          retry={retry}
          isRetrying={isLoading}
          hasNext={hasNext}
          onLeave={onLeave}
        />
      );
    }
    if (!entity || !vocabulary) {
      return (
        <DialogBody aria-busy className={styles.loading}>
          {[1, 2, 3, 4].map(row => (
            <Skeleton key={row} height={64} />
          ))}
        </DialogBody>
      );
    }
    return (
      <FacetEditor
        loaded={entity}
        vocabulary={vocabulary}
        group={group}
        field={props.field}
        onDirtyChange={props.onDirtyChange}
        onLeave={onLeave}
        onSaved={(saved, then) => {
          props.onSaved(saved);
          onGo(then);
        }}
        hasNext={hasNext}
        question={
          leaving && (
            <DiscardQuestion
              onKeep={props.onKeep}
              onDiscard={() => onGo(leaving)}
            />
          )
        }
      />
    );
  }

  return (
    <>
      <DialogHeader>
        {title}{' '}
        {position && <span className={styles.position}>{position}</span>}
      </DialogHeader>
      <VisuallyHidden role="status">
        {entity ? t('edit.ready', { title }) : !error && t('edit.loading')}
      </VisuallyHidden>
      {content()}
    </>
  );
}

/**
 * Edits one group of the values that the portal has of an entity. It stays
 * open when it is given something else to edit.
 */
export function FacetEditDialog(props: FacetEditDialogProps) {
  const { entityRef, group, field, onClose, onNext } = props;
  const [isDirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState<Way>();

  function go(way: Way) {
    setLeaving(undefined);
    (way === 'next' && onNext ? onNext : onClose)();
  }
  function leave(way: Way) {
    if (isDirty) {
      setLeaving(way);
    } else {
      go(way);
    }
  }

  return (
    <Dialog
      className={styles.dialog}
      width={640}
      isOpen
      onOpenChange={isOpen => !isOpen && leave('close')}
    >
      <Edit
        key={`${entityRef} ${group} ${field}`}
        {...props}
        onDirtyChange={setDirty}
        onLeave={leave}
        leaving={leaving}
        onKeep={() => setLeaving(undefined)}
        onGo={go}
      />
    </Dialog>
  );
}
