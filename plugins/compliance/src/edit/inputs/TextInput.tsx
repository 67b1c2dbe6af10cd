import { TextField } from '@backstage/ui';
import { PlainInputProps, useControlProps } from './inputProps';

/** A line of text. */
export function TextInput(props: PlainInputProps) {
  const { draft, onChange, placeholder } = props;
  return (
    <TextField
      {...useControlProps(props)}
      value={draft}
      onChange={onChange}
      placeholder={placeholder}
      autoComplete="off"
    />
  );
}
