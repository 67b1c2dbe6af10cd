import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { ErrorAlert, titleOf } from '../components';
import { useVocabulary } from '../api';
import {
  DependenciesLoading,
  DirectedTree,
  useDependencies,
} from '../dependencies';
import { complianceTranslationRef } from '../translations';
import styles from './DependentsDialog.module.css';

function Dependents(props: { entityRef: string }) {
  const { entityRef } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const answer = useDependencies(entityRef);
  const vocabulary = useVocabulary();
  const title = titleOf({
    entityRef,
    title: answer.value?.dependents.title,
  });

  function content() {
    if (answer.error || vocabulary.error) {
      return (
        <ErrorAlert
          error={(answer.error ?? vocabulary.error)!}
          isRetrying={answer.loading || vocabulary.loading}
          retry={answer.error ? answer.retry : vocabulary.retry}
        />
      );
    }
    if (!answer.value || !vocabulary.value) {
      return <DependenciesLoading />;
    }
    return (
      <DirectedTree
        answer={answer.value}
        direction="dependents"
        vocabulary={vocabulary.value}
      />
    );
  }

  return (
    <>
      <DialogHeader>
        {t('estate.suppliers.dialogTitle', { title })}
      </DialogHeader>
      <DialogBody>
        <div className={styles.body}>{content()}</div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('estate.suppliers.close')}
        </Button>
      </DialogFooter>
    </>
  );
}

/** Everything that depends on a supplier, directly or through others. */
export function DependentsDialog(props: {
  entityRef: string;
  onClose: () => void;
}) {
  const { entityRef, onClose } = props;
  return (
    <Dialog
      className={styles.dialog}
      width={640}
      isOpen
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <Dependents entityRef={entityRef} />
    </Dialog>
  );
}
