import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import {
  documentKinds,
  isDate,
  isDuration,
  nextReviewOn,
  StandardResponse,
  suggestDuration,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ReactNode } from 'react';
import { useFormats } from '../../components';
import {
  DateInput,
  DurationMeaning,
  EntityInput,
  LinkInput,
  TextInput,
} from '../../edit/inputs';
import { NotedInput } from '../../edit/NotedInput';
import { complianceTranslationRef } from '../../translations';
import { ClausesInput } from './ClausesInput';
import { DocumentDraft, DocumentField } from './documentDraft';
import styles from './DocumentFields.module.css';

const presets = ['P6M', 'P1Y', 'P2Y', 'P3Y'];

/** The kinds of entities that pages and TechDocs are about. */
const entityKinds = [
  'api',
  'component',
  'domain',
  'group',
  'resource',
  'system',
];

/** The next review as it follows from what is entered, if it does. */
function reviewOf({ approvedOn, reviewEvery }: DocumentDraft) {
  const every = suggestDuration(reviewEvery);
  return isDate(approvedOn) && every && isDuration(every)
    ? nextReviewOn({ approvedOn, reviewEvery: every })
    : undefined;
}

/** What is said about a document, as a form. */
export function DocumentFields(props: {
  draft: DocumentDraft;
  standards: StandardResponse[];
  set(change: Partial<DocumentDraft>): void;
  /** Why the value of a field cannot be used. */
  errorOf(name: DocumentField): string | undefined;
}) {
  const { draft, standards, set, errorOf } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const { date, duration } = useFormats();
  const review = reviewOf(draft);

  /** A field, where the focus finds it by its name. */
  const field = (
    name: DocumentField,
    input: (describedBy: string) => ReactNode,
    meaning?: ReactNode,
  ) => (
    <div data-field={name}>
      <NotedInput error={errorOf(name)} meaning={meaning}>
        {input}
      </NotedInput>
    </div>
  );
  const inputProps = (
    name: Exclude<DocumentField, 'kind' | 'clauses'>,
    description?: string,
  ) => ({
    field: { title: t(`documents.field.${name}`), description },
    draft: draft[name],
    onChange: (value: string) => set({ [name]: value }),
    isInvalid: errorOf(name) !== undefined,
  });

  return (
    <div className={styles.root}>
      {field('title', describedBy => (
        <TextInput
          {...inputProps('title')}
          isRequired
          describedBy={describedBy}
        />
      ))}
      {field('kind', describedBy => (
        <Select
          label={t('documents.field.kind')}
          secondaryLabel={t('edit.required')}
          isRequired
          isInvalid={errorOf('kind') !== undefined}
          validationBehavior="aria"
          aria-describedby={describedBy}
          placeholder={t('documents.notSet')}
          options={documentKinds.map(id => ({
            id,
            label: t(`documents.kind.${id}`),
          }))}
          value={draft.kind === '' ? null : draft.kind}
          onChange={value =>
            set({ kind: documentKinds.find(kind => kind === value) ?? '' })
          }
        />
      ))}
      {field('link', describedBy => (
        <LinkInput
          {...inputProps('link', t('documents.edit.linkHelp'))}
          describedBy={describedBy}
        />
      ))}
      {field('entityRef', describedBy => (
        <EntityInput
          {...inputProps('entityRef', t('documents.edit.entityHelp'))}
          kinds={entityKinds}
          placeholder={t('documents.edit.searchEntities')}
          describedBy={describedBy}
        />
      ))}
      {field('owner', describedBy => (
        <EntityInput
          {...inputProps('owner', t('documents.edit.ownerHelp'))}
          describedBy={describedBy}
        />
      ))}
      <div className={styles.columns}>
        {field('version', describedBy => (
          <TextInput
            {...inputProps('version', t('documents.edit.versionHelp'))}
            describedBy={describedBy}
          />
        ))}
        {field('approvedOn', describedBy => (
          <DateInput
            {...inputProps('approvedOn', t('documents.edit.approvedHelp'))}
            describedBy={describedBy}
          />
        ))}
      </div>
      {field(
        'reviewEvery',
        describedBy => (
          <>
            <TextInput
              {...inputProps('reviewEvery', t('documents.edit.reviewHelp'))}
              describedBy={describedBy}
            />
            <div
              role="group"
              aria-label={t('documents.edit.presets')}
              className={styles.presets}
            >
              {presets.map(preset => (
                <Button
                  key={preset}
                  size="small"
                  variant="secondary"
                  onPress={() => set({ reviewEvery: preset })}
                >
                  {duration(preset)}
                </Button>
              ))}
            </div>
          </>
        ),
        draft.reviewEvery.trim() && (
          <>
            <DurationMeaning text={draft.reviewEvery} />
            {review && (
              <> {t('documents.edit.nextReview', { date: date(review) })}</>
            )}
          </>
        ),
      )}
      {field('clauses', describedBy => (
        <ClausesInput
          clauses={draft.clauses}
          standards={standards}
          onChange={clauses => set({ clauses })}
          isInvalid={errorOf('clauses') !== undefined}
          describedBy={describedBy}
        />
      ))}
    </div>
  );
}
