import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, TextField } from '@backstage/ui';
import { EntityInput } from '../../edit/inputs';
import { complianceTranslationRef } from '../../translations';
import { EntryFieldsProps } from './ControlFields';
import { Handler } from './entryDraft';
import { EntryInput } from './EntryInput';

const handlers: Handler[] = ['own', 'entity', 'name'];

/** Suppliers are resources or components. */
const partyKinds = ['group', 'user', 'resource', 'component'];

/** Who handles a clause. */
export function HandlerFields(props: EntryFieldsProps) {
  const { draft, set, errorOf } = props;
  const { handler, handledBy } = draft;
  const { t } = useTranslationRef(complianceTranslationRef);
  const error = errorOf('handledBy');
  const isInvalid = error !== undefined;

  return (
    <>
      <RadioGroup
        label={t('applicability.edit.handler')}
        value={handler}
        // A name is no entity, and the other way round.
        onChange={value => set({ handler: value as Handler, handledBy: '' })}
      >
        {handlers.map(id => (
          <Radio key={id} value={id}>
            {t(`applicability.edit.${id}`)}
          </Radio>
        ))}
      </RadioGroup>
      {handler !== 'own' && (
        <EntryInput name="handledBy" error={error}>
          {notesId =>
            handler === 'entity' ? (
              <EntityInput
                field={{ title: t('applicability.edit.entityLabel') }}
                kinds={partyKinds}
                placeholder={t('applicability.edit.entitySearch')}
                draft={handledBy}
                onChange={value => set({ handledBy: value })}
                isRequired
                isInvalid={isInvalid}
                describedBy={notesId}
              />
            ) : (
              <TextField
                label={t('applicability.edit.nameLabel')}
                secondaryLabel={t('edit.required')}
                isRequired
                isInvalid={isInvalid}
                validationBehavior="aria"
                aria-describedby={notesId}
                autoComplete="off"
                value={handledBy}
                onChange={value => set({ handledBy: value })}
              />
            )
          }
        </EntryInput>
      )}
    </>
  );
}
