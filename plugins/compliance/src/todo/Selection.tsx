import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Checkbox } from '@backstage/ui';
import { EntitySummary } from '@service-compliance/backstage-plugin-compliance-common';
import { useState } from 'react';
import { titleOf } from '../components';
import { BulkEditDialog } from '../bulk';
import { complianceTranslationRef } from '../translations';
import styles from './Selection.module.css';

/** Selects services that are shown, and edits the selected ones together. */
export function Selection(props: {
  services: EntitySummary[];
  /** Their refs. */
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
  onEdited: () => void;
}) {
  const { services, selected, onSelect, onEdited } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [isEditing, setEditing] = useState(false);

  return (
    <div className={styles.root}>
      <Checkbox
        isSelected={selected.size === services.length}
        isIndeterminate={selected.size > 0 && selected.size < services.length}
        onChange={isSelected =>
          onSelect(
            new Set(
              isSelected ? services.map(({ entityRef }) => entityRef) : [],
            ),
          )
        }
      >
        {t('todo.selection.all')}
      </Checkbox>
      <Button
        variant="secondary"
        isDisabled={selected.size === 0}
        onPress={() => setEditing(true)}
      >
        {selected.size === 0
          ? t('todo.selection.none')
          : t('todo.selection.edit', { count: selected.size })}
      </Button>
      {isEditing && (
        <BulkEditDialog
          entityRefs={[...selected]}
          titles={Object.fromEntries(
            services.map(service => [service.entityRef, titleOf(service)]),
          )}
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
