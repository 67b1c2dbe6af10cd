import { ReactNode } from 'react';
import { NotedInput } from '../../edit/NotedInput';

/** A field of the form with its error, where the focus finds it by its name. */
export function EntryInput(props: {
  name: string;
  error?: string;
  /** Gets the id of what describes the input. */
  children: (notesId: string) => ReactNode;
}) {
  const { name, error, children } = props;
  return (
    <div data-field={name}>
      <NotedInput error={error}>{children}</NotedInput>
    </div>
  );
}
