import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Combobox, Tag, TagGroup } from '@backstage/ui';
import {
  ClauseRef,
  StandardResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo, useState } from 'react';
import { complianceTranslationRef } from '../../translations';
import { groupClauses } from '../clauseGroups';
import { clauseText, readClause } from '../documentsQuery';
import styles from './ClausesInput.module.css';
import { RelatedClauses } from './RelatedClauses';

/** Clauses of all standards, found by number and title. */
export function ClausesInput(props: {
  clauses: ClauseRef[];
  standards: StandardResponse[];
  onChange(clauses: ClauseRef[]): void;
  isInvalid: boolean;
  describedBy: string;
}) {
  const { clauses, standards, onChange, isInvalid, describedBy } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const [text, setText] = useState('');
  // What was chosen last closes the menu; it stands in the list below.
  const [picked, setPicked] = useState<string | null>(null);
  const options = useMemo(() => {
    const chosen = new Set(clauses.map(clauseText));
    return standards.map(standard => ({
      title: standard.title,
      options: standard.clauses
        .map(({ id, title }) => ({
          id: clauseText({ standard: standard.id, clause: id }),
          label: t('documents.edit.clause', { id, title }),
        }))
        .filter(({ id }) => !chosen.has(id)),
    }));
  }, [standards, clauses, t]);

  return (
    <div className={styles.root}>
      <Combobox
        label={t('documents.field.clauses')}
        description={t('documents.edit.clausesHelp')}
        placeholder={t('documents.edit.searchClauses')}
        options={options}
        menuTrigger="input"
        search={{
          inputValue: text,
          onInputChange(typed) {
            setText(typed);
            setPicked(null);
          },
        }}
        value={picked}
        onChange={key => {
          const id = key === null ? null : String(key);
          const added = readClause(id);
          setText('');
          setPicked(id);
          if (added && id !== picked) {
            onChange([...clauses, added]);
          }
        }}
        isInvalid={isInvalid}
        validationBehavior="aria"
        aria-describedby={describedBy}
      />
      {groupClauses(clauses, standards).map(group => (
        <div key={group.standard} className={styles.chosen}>
          <span aria-hidden className={styles.standard}>
            {group.title}
          </span>
          <TagGroup
            aria-label={t('documents.edit.chosen', { standard: group.title })}
            items={group.clauses}
            onRemove={removed =>
              onChange(
                clauses.filter(
                  ({ standard, clause }) =>
                    standard !== group.standard || !removed.has(clause),
                ),
              )
            }
          >
            {({ id, title = '' }) => {
              const label = t('documents.edit.clause', { id, title }).trim();
              return (
                <Tag id={id} textValue={label}>
                  {label}
                </Tag>
              );
            }}
          </TagGroup>
        </div>
      ))}
      <RelatedClauses
        chosen={clauses}
        standards={standards}
        onAdd={clause => onChange([...clauses, clause])}
      />
    </div>
  );
}
