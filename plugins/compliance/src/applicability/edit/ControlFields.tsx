import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Checkbox,
  CheckboxGroup,
  Radio,
  RadioGroup,
  Select,
  TextAreaField,
} from '@backstage/ui';
import {
  ImplementationStatus,
  implementationStatuses,
  InclusionReason,
  inclusionReasons,
} from '@service-compliance/backstage-plugin-compliance-common';
import { DateInput, EntityInput } from '../../edit/inputs';
import { complianceTranslationRef } from '../../translations';
import { Decision, decisions } from '../decision';
import { EntryDraft } from './entryDraft';
import { EntryInput } from './EntryInput';
import { LinksField } from './LinksField';

/** What the fields of an entry need. */
export interface EntryFieldsProps {
  draft: EntryDraft;
  set(change: Partial<EntryDraft>): void;
  /** Why the value of a field cannot be used. */
  errorOf(name: string): string | undefined;
}

/** Whether a control is applicable, why, and how far it is implemented. */
export function ControlFields(props: EntryFieldsProps) {
  const { draft, set, errorOf } = props;
  const { decision, implementation } = draft;
  const { t } = useTranslationRef(complianceTranslationRef);
  const isApplied = decision === 'yes';

  return (
    <>
      <EntryInput name="applicable" error={errorOf('applicable')}>
        {notesId => (
          <RadioGroup
            label={t('applicability.edit.applicable')}
            orientation="horizontal"
            validationBehavior="aria"
            aria-describedby={notesId}
            value={decision}
            onChange={value => set({ decision: value as Decision })}
          >
            {decisions.map(id => (
              <Radio key={id} value={id}>
                {t(`applicability.decision.${id}`)}
              </Radio>
            ))}
          </RadioGroup>
        )}
      </EntryInput>
      {decision !== 'no' && (
        <>
          <EntryInput name="reasons" error={errorOf('reasons')}>
            {notesId => (
              <CheckboxGroup
                label={t('applicability.field.reasons')}
                secondaryLabel={isApplied ? t('edit.required') : undefined}
                isInvalid={errorOf('reasons') !== undefined}
                validationBehavior="aria"
                aria-describedby={notesId}
                value={draft.reasons}
                onChange={values =>
                  set({ reasons: values as InclusionReason[] })
                }
              >
                {inclusionReasons.map(reason => (
                  <Checkbox key={reason} value={reason}>
                    {t(`applicability.reason.${reason}`)}
                  </Checkbox>
                ))}
              </CheckboxGroup>
            )}
          </EntryInput>
          <EntryInput name="implementation" error={errorOf('implementation')}>
            {notesId => (
              <Select
                label={t('applicability.field.implementation')}
                secondaryLabel={isApplied ? t('edit.required') : undefined}
                isRequired={isApplied}
                isInvalid={errorOf('implementation') !== undefined}
                validationBehavior="aria"
                aria-describedby={notesId}
                options={[
                  { id: '', label: t('applicability.notSet') },
                  ...implementationStatuses.map(id => ({
                    id,
                    label: t(`applicability.implementation.${id}`),
                  })),
                ]}
                value={implementation}
                onChange={value =>
                  set({
                    implementation: (value ?? '') as ImplementationStatus | '',
                  })
                }
              />
            )}
          </EntryInput>
        </>
      )}
      {decision === 'no' && (
        <EntryInput name="exclusion" error={errorOf('exclusion')}>
          {notesId => (
            <TextAreaField
              label={t('applicability.field.exclusion')}
              description={t('applicability.edit.exclusionHelp')}
              secondaryLabel={t('edit.required')}
              isRequired
              isInvalid={errorOf('exclusion') !== undefined}
              validationBehavior="aria"
              aria-describedby={notesId}
              rows={4}
              value={draft.exclusion}
              onChange={exclusion => set({ exclusion })}
            />
          )}
        </EntryInput>
      )}
      <EntryInput name="owner" error={errorOf('owner')}>
        {notesId => (
          <EntityInput
            field={{ title: t('applicability.field.owner') }}
            draft={draft.owner}
            onChange={owner => set({ owner })}
            isInvalid={errorOf('owner') !== undefined}
            describedBy={notesId}
          />
        )}
      </EntryInput>
      <EntryInput name="links" error={errorOf('links')}>
        {notesId => (
          <LinksField
            links={draft.links}
            onChange={links => set({ links })}
            isInvalid={errorOf('links') !== undefined}
            describedBy={notesId}
          />
        )}
      </EntryInput>
      <EntryInput name="reviewedOn" error={errorOf('reviewedOn')}>
        {notesId => (
          <DateInput
            field={{
              title: t('applicability.field.reviewedOn'),
              description: t('applicability.edit.reviewedOn'),
            }}
            draft={draft.reviewedOn}
            onChange={reviewedOn => set({ reviewedOn })}
            isInvalid={errorOf('reviewedOn') !== undefined}
            describedBy={notesId}
          />
        )}
      </EntryInput>
    </>
  );
}
