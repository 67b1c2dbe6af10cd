import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ReactNode, useId } from 'react';
import { complianceTranslationRef } from '../../translations';
import { Draft } from '../drafts';
import styles from './InputGroup.module.css';
import { PlainInputProps } from './inputProps';

/** Several controls that make up the input of one field. */
export function InputGroup(
  props: Omit<PlainInputProps<Draft>, 'draft' | 'onChange'> & {
    children: ReactNode;
  },
) {
  const { field, isRequired, describedBy, children } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const id = useId();
  const [labelId, descriptionId] = [`${id}label`, `${id}description`];
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={`${descriptionId} ${describedBy}`}
      className={styles.root}
    >
      <div id={labelId} className={styles.label}>
        {field.title}
        {isRequired && ` (${t('edit.required')})`}
      </div>
      <div id={descriptionId} className={styles.description}>
        {field.description}
      </div>
      {children}
    </div>
  );
}
