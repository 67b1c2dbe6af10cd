import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  TextField,
} from '@backstage/ui';
import { FormEvent, useId, useState } from 'react';
import { complianceTranslationRef } from '../../translations';

const MAX_LENGTH = 80;

/** Asks what a view is called. */
export function ViewNameDialog(props: {
  title: string;
  name: string;
  /** Names that others have. */
  taken: string[];
  onSave: (name: string) => void;
  onClose: () => void;
}) {
  const { title, taken, onSave, onClose } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const formId = useId();
  const [name, setName] = useState(props.name);
  const trimmed = name.trim();
  const isTaken = taken.includes(trimmed);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (trimmed !== '' && !isTaken) {
      onSave(trimmed);
    }
  }

  return (
    <Dialog isOpen onOpenChange={isOpen => isOpen || onClose()}>
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <form id={formId} onSubmit={submit}>
          <TextField
            label={t('services.view.name')}
            value={name}
            onChange={setName}
            maxLength={MAX_LENGTH}
            // eslint-disable-next-line jsx-a11y/no-autofocus -- all it asks
            autoFocus
            autoComplete="off"
            description={isTaken ? t('services.view.taken') : undefined}
          />
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {t('services.view.cancel')}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          isDisabled={trimmed === '' || isTaken}
        >
          {t('services.view.save')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
