import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { BulkEditDialog } from '../bulk';
import { complianceTranslationRef } from '../translations';
import styles from './SelectionBar.module.css';

/** What can be done with the selected services. */
export function SelectionBar(props: {
  /** Titles by ref. */
  selected: Record<string, string>;
  onClear: () => void;
  /** Something may have been saved. */
  onEdited: () => void;
}) {
  const { selected, onClear, onEdited } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isEditing, setEditing] = useState(false);
  const entityRefs = Object.keys(selected);
  return (
    <div role="status" className={styles.root}>
      {entityRefs.length > 0 && (
        <div className={styles.bar}>
          <span className={styles.count}>
            {t('services.selection.count', { count: entityRefs.length })}
          </span>
          <Button variant="primary" onPress={() => setEditing(true)}>
            {t('services.selection.edit')}
          </Button>
          <Button variant="secondary" onPress={onClear}>
            {t('services.selection.clear')}
          </Button>
        </div>
      )}
      {isEditing && (
        <BulkEditDialog
          entityRefs={entityRefs}
          titles={selected}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            onEdited();
          }}
        />
      )}
    </div>
  );
}
