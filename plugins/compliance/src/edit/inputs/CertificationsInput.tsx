import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { isDate } from '@service-compliance/backstage-plugin-compliance-common';
import { useEffect, useRef } from 'react';
import { complianceTranslationRef } from '../../translations';
import { CertificationDraft } from '../drafts';
import styles from './CertificationsInput.module.css';
import { DateControl } from './DateInput';
import { InputGroup } from './InputGroup';
import { InputProps } from './inputProps';

/** Certificates, a row each. */
export function CertificationsInput(props: InputProps<CertificationDraft[]>) {
  const { draft, onChange, isDisabled, isInvalid } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);

  // Row that gets the focus once it is there; the button when there is none.
  const nextRow = useRef<number>();
  useEffect(() => {
    if (nextRow.current !== undefined) {
      const row = list.current?.children[nextRow.current];
      (row?.querySelector('input') ?? add.current)?.focus();
      nextRow.current = undefined;
    }
  }, [draft.length]);

  function set(index: number, change: Partial<CertificationDraft>) {
    onChange(
      draft.map((row, at) => (at === index ? { ...row, ...change } : row)),
    );
  }

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
              onPress={() => {
                nextRow.current = Math.min(index, draft.length - 2);
                onChange(draft.filter((_, at) => at !== index));
              }}
            />
          </div>
        ))}
      </div>
      <div>
        <Button
          ref={add}
          variant="secondary"
          iconStart={<RiAddLine aria-hidden />}
          isDisabled={isDisabled}
          onPress={() => {
            nextRow.current = draft.length;
            onChange([...draft, { scheme: '', validUntil: '', scope: '' }]);
          }}
        >
          {t('edit.certifications.add')}
        </Button>
      </div>
    </InputGroup>
  );
}
