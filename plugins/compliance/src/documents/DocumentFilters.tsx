import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select, Switch } from '@backstage/ui';
import {
  documentKinds,
  RegisteredDocument,
  UNSET,
} from '@service-compliance/backstage-plugin-compliance-common';
import { useMemo } from 'react';
import { entityTitle } from '../components';
import filterStyles from '../services/filters/ServicesFilters.module.css';
import { complianceTranslationRef } from '../translations';
import { KnownStandard } from './clauseGroups';
import {
  clauseText,
  DocumentsFilter,
  documentStates,
  dueDays,
  readClause,
} from './documentsQuery';

const ANY = '';

interface Option {
  id: string;
  label: string;
}

/** Everything that narrows the documents but the search. */
export function DocumentFilters(props: {
  filter: DocumentsFilter;
  update: (change: Partial<DocumentsFilter>) => void;
  /** All of the register. */
  documents: RegisteredDocument[];
  standards: readonly KnownStandard[];
}) {
  const { filter, update, documents, standards } = props;
  const { t } = useTranslationRef(complianceTranslationRef);

  const owners = new Set([
    ...documents.map(({ owner }) => owner ?? UNSET),
    ...filter.owners,
  ]);
  const clauseOptions = useMemo(
    () => [
      {
        title: t('documents.filter.clause'),
        options: [{ id: ANY, label: t('documents.filter.any') }],
      },
      ...standards.map(standard => ({
        title: standard.title,
        options: standard.clauses.map(({ id, title }) => ({
          id: clauseText({ standard: standard.id, clause: id }),
          label: t('documents.edit.clause', { id, title }),
        })),
      })),
    ],
    [standards, t],
  );

  function valuesSelect<T extends string>(
    label: string,
    options: Option[],
    values: T[],
    onChange: (values: T[]) => void,
  ) {
    return (
      <Select
        label={label}
        placeholder={t('documents.filter.any')}
        selectionMode="multiple"
        options={options}
        value={values}
        onChange={chosen => onChange(chosen.map(String) as T[])}
      />
    );
  }

  return (
    <div className={filterStyles.root}>
      <Switch
        className={filterStyles.mine}
        label={t('documents.filter.shared')}
        isSelected={filter.shared}
        onChange={shared => update({ shared })}
      />
      {valuesSelect(
        t('documents.filter.kind'),
        documentKinds.map(id => ({ id, label: t(`documents.kind.${id}`) })),
        filter.kinds,
        kinds => update({ kinds }),
      )}
      {valuesSelect(
        t('documents.filter.state'),
        documentStates.map(id => ({ id, label: t(`documents.state.${id}`) })),
        filter.states,
        states => update({ states }),
      )}
      {valuesSelect(
        t('documents.filter.owner'),
        [...owners].sort().map(id => ({
          id,
          label:
            id === UNSET ? t('documents.filter.ownerUnset') : entityTitle(id),
        })),
        filter.owners,
        chosen => update({ owners: chosen }),
      )}
      {valuesSelect(
        t('documents.filter.standard'),
        standards.map(({ id, title }) => ({ id, label: title })),
        filter.standards,
        chosen => update({ standards: chosen }),
      )}
      <Select
        label={t('documents.filter.clause')}
        placeholder={t('documents.filter.any')}
        search={{ placeholder: t('documents.filter.searchClauses') }}
        options={clauseOptions}
        value={filter.clause ? clauseText(filter.clause) : ANY}
        onChange={value => update({ clause: readClause(String(value ?? ANY)) })}
      />
      <Select
        label={t('documents.filter.due')}
        placeholder={t('documents.filter.any')}
        options={[
          { id: ANY, label: t('documents.filter.any') },
          ...dueDays.map(days => ({
            id: String(days),
            label: t('documents.figures.days', { days: String(days) }),
          })),
        ]}
        value={filter.due ? String(filter.due) : ANY}
        onChange={value =>
          update({ due: dueDays.find(days => String(days) === value) })
        }
      />
    </div>
  );
}
