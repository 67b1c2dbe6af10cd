import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Switch } from '@backstage/ui';
import { useId, useState } from 'react';
import { complianceTranslationRef } from '../translations';
import { WHOLE_GROUP } from './facetDrafts';
import styles from './FacetSwitch.module.css';
import { NotApplicableReason } from './NotApplicableReason';

/** Says that nothing of a facet applies, and why. */
export function FacetSwitch(props: {
  /** Title of the facet. */
  group: string;
  reason: string | undefined;
  onChange(reason: string | undefined): void;
  onLeave(): void;
  error?: string;
  /** Says why it is only possible elsewhere. */
  prevented?: string;
  /** Number of values that are entered here and would go. */
  dropped: number;
}) {
  const { group, reason, onChange, onLeave, error, prevented, dropped } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const noteId = useId();
  const [isSwitched, setSwitched] = useState(false);
  const isOn = reason !== undefined;

  return (
    <div data-field={WHOLE_GROUP} className={styles.root}>
      <Switch
        label={t('edit.notApplicable.facet')}
        isSelected={isOn}
        // What is on can always be undone.
        isDisabled={prevented !== undefined && !isOn}
        onChange={isSelected => {
          setSwitched(true);
          onChange(isSelected ? '' : undefined);
        }}
        aria-describedby={noteId}
      />
      <div id={noteId} className={styles.note}>
        {prevented}
        {isOn &&
          dropped > 0 &&
          t('edit.notApplicable.facetDrops', { count: dropped })}
      </div>
      {isOn && (
        <NotApplicableReason
          label={t('edit.notApplicable.facetReason', { group })}
          reason={reason}
          onChange={onChange}
          error={error}
          takesFocus={isSwitched}
          onLeave={onLeave}
        />
      )}
    </div>
  );
}
