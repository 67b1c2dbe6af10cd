import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { isDate } from '@service-compliance/backstage-plugin-compliance-common';
import { complianceTranslationRef } from '../../translations';
import { CertificationDraft } from '../drafts';
import styles from './CertificationsInput.module.css';
import { DateControl } from './DateInput';
import { InputGroup } from './InputGroup';
import { InputProps } from './inputProps';
import { useRows } from './useRows';

/** Certificates, a row each. */
export function CertificationsInput(props: InputProps<CertificationDraft[]>) {
  const { draft, onChange, isDisabled, isInvalid } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { list, addButton, set, add, remove } = useRows(draft, onChange);

  return (
    <InputGroup {...props}>
      <div ref={list} className={styles.rows}>
        {draft.map((row, index) => (
          <div
            // Rows have no identity but their place.
            key={index}
            role="group"
            aria-label={t('edit.certifications.row', {
              number: String(index + 1),
            })}
            className={styles.row}
          >
            <TextField
              label={t('edit.certifications.scheme')}
              value={row.scheme}
              onChange={scheme => set(index, { scheme })}
              isRequired
              secondaryLabel={t('edit.required')}
              validationBehavior="aria"
              isDisabled={isDisabled}
              isInvalid={isInvalid && row.scheme.trim() === ''}
            />
            <DateControl
              label={t('edit.certifications.validUntil')}
              value={row.validUntil}
              onChange={validUntil => set(index, { validUntil })}
              isRequired
              secondaryLabel={t('edit.required')}
              isDisabled={isDisabled}
              isInvalid={isInvalid && !isDate(row.validUntil)}
            />
            <TextField
              label={t('edit.certifications.scope')}
              value={row.scope}
              onChange={scope => set(index, { scope })}
              isDisabled={isDisabled}
            />
            <ButtonIcon
              aria-label={t('edit.certifications.remove', {
                number: String(index + 1),
              })}
              icon={<RiDeleteBinLine aria-hidden />}
              variant="tertiary"
              isDisabled={isDisabled}
              onPress={() => remove(index)}
            />
          </div>
        ))}
      </div>
      <div>
        <Button
          ref={addButton}
          variant="secondary"
          iconStart={<RiAddLine aria-hidden />}
          isDisabled={isDisabled}
          onPress={() => add({ scheme: '', validUntil: '', scope: '' })}
        >
          {t('edit.certifications.add')}
        </Button>
      </div>
    </InputGroup>
  );
}
