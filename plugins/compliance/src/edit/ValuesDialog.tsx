import { Dialog, DialogHeader } from '@backstage/ui';
import { useState } from 'react';
import { DiscardQuestion } from './DiscardQuestion';
import styles from './FacetEditDialog.module.css';
import { ValuesForm, ValuesFormProps } from './ValuesForm';

/** A dialog with a form, which asks before what was entered is lost. */
export function ValuesDialog<Saved>(
  props: Omit<ValuesFormProps<Saved>, 'onLeave' | 'question'> & {
    title: string;
    /** In pixels. */
    width: number;
    onClose(): void;
  },
) {
  const { title, width, onClose, ...form } = props;
  const [isLeaving, setLeaving] = useState(false);

  const leave = () => (form.editor.isDirty ? setLeaving(true) : onClose());

  return (
    <Dialog
      className={styles.dialog}
      width={width}
      isOpen
      onOpenChange={isOpen => !isOpen && leave()}
    >
      <DialogHeader>{title}</DialogHeader>
      <ValuesForm
        {...form}
        onLeave={leave}
        question={
          isLeaving ? (
            <DiscardQuestion
              onKeep={() => setLeaving(false)}
              onDiscard={onClose}
            />
          ) : undefined
        }
      />
    </Dialog>
  );
}
