import { TextAreaField } from '@backstage/ui';
import { InputProps, useControlProps } from './inputProps';

/** Web addresses, one a line. */
export function LinksInput(props: InputProps) {
  const { draft, onChange, placeholder } = props;
  return (
    <TextAreaField
      {...useControlProps(props)}
      value={draft}
      onChange={onChange}
      placeholder={placeholder}
      rows={Math.min(Math.max(draft.split('\n').length, 2), 6)}
    />
  );
}
