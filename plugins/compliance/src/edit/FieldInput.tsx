import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  InputKind,
  VocabularyResponse,
} from '@service-compliance/backstage-plugin-compliance-common';
import { ComponentType, ReactNode, useEffect, useRef } from 'react';
import { VocabularyField } from '../components';
import { complianceTranslationRef } from '../translations';
import { Draft } from './drafts';
import { focusControl } from './focus';
import {
  CertificationsInput,
  CountriesInput,
  DateInput,
  EntityInput,
  InputProps,
  LinkInput,
  LinksInput,
  RatingsInput,
  SelectInput,
  TargetsInput,
  TextInput,
} from './inputs';
import { NotedInput } from './NotedInput';
import { useMeaning } from './useMeaning';

/** What an input of a field needs. */
export interface FieldInputProps {
  field: VocabularyField;
  vocabulary: VocabularyResponse;
  draft: Draft;
  onChange(draft: Draft): void;
  /** Why the draft cannot be used. */
  error?: string;
  /** What else is to be known about the value. */
  hint?: ReactNode;
  /** What holds while nothing is entered; an example by default. */
  placeholder?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  autoFocus?: boolean;
}

/** Exclusions are marks beside the inputs of the fields they are about. */
const inputs: {
  [K in Exclude<InputKind, 'exclusions'>]: ComponentType<InputProps<never>>;
} = {
  select: SelectInput,
  percent: TextInput,
  duration: TextInput,
  date: DateInput,
  link: LinkInput,
  links: LinksInput,
  text: TextInput,
  texts: TextInput,
  countries: CountriesInput,
  entity: EntityInput,
  ratings: RatingsInput,
  targets: TargetsInput,
  certifications: CertificationsInput,
};

/** The kinds of input in which an example shows how a value is written. */
const showsExample: InputKind[] = [
  'percent',
  'duration',
  'link',
  'links',
  'text',
  'texts',
];

/** The input of a field, with its label, its help and its error. */
export function FieldInput(props: FieldInputProps) {
  const { field, vocabulary, draft, error, hint, autoFocus } = props;
  const { t } = useTranslationRef(complianceTranslationRef);
  const meaning = useMeaning(field, draft, vocabulary);

  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) {
      focusControl(root.current);
    }
  }, [autoFocus]);

  if (field.input === 'exclusions') {
    return <></>;
  }
  const Input = inputs[field.input];
  const example = showsExample.includes(field.input)
    ? t('scorecard.example', { value: field.example })
    : undefined;
  return (
    <div ref={root}>
      <NotedInput error={error} meaning={meaning} hint={hint}>
        {notesId => (
          <Input
            field={field}
            vocabulary={vocabulary}
            draft={draft as never}
            onChange={props.onChange}
            placeholder={props.placeholder ?? example}
            isRequired={props.isRequired}
            isDisabled={props.isDisabled}
            isInvalid={error !== undefined}
            describedBy={notesId}
          />
        )}
      </NotedInput>
    </div>
  );
}
