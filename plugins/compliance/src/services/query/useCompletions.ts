import { QueryField } from '@service-compliance/backstage-plugin-compliance-common';
import { KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { complete, Completions, completionsAt } from './completions';

/**
 * Whether a name is being typed, or a value is or comes next. What is there
 * already is not suggested, so that Enter begins a new line after it.
 */
function isExpected(
  text: string,
  place: number,
  { start, options }: Completions,
): boolean {
  const typed = text.slice(start, place);
  if (typed !== '') {
    return !options.some(option => option.text === typed);
  }
  const before = text.slice(0, place);
  return /([:,] |\[)$/.test(before) && options.every(({ isName }) => !isName);
}

/** Suggests what a text can go on with, and writes what is chosen. */
export function useCompletions(options: {
  text: string;
  onChange: (text: string) => void;
  fields: readonly QueryField[];
}) {
  const { text, onChange, fields } = options;
  const ref = useRef<HTMLTextAreaElement>(null);
  const [completions, setCompletions] = useState<Completions>();
  const [active, setActive] = useState(0);
  const [caret, setCaret] = useState<number>();

  // Only once the text is there can the caret be put into it.
  useLayoutEffect(() => {
    if (caret !== undefined) {
      ref.current?.setSelectionRange(caret, caret);
      setCaret(undefined);
    }
  }, [caret]);

  const close = () => setCompletions(undefined);

  function suggest(value: string, place: number, isAsked: boolean) {
    const found = completionsAt(value, place, fields);
    const shows =
      found.options.length > 0 && (isAsked || isExpected(value, place, found));
    setCompletions(shows ? found : undefined);
    setActive(0);
  }

  function choose(index: number) {
    const option = completions?.options[index];
    if (completions && option) {
      const completed = complete(text, completions, option);
      onChange(completed.text);
      setCaret(completed.place);
      suggest(completed.text, completed.place, false);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      suggest(text, event.currentTarget.selectionStart, true);
      return;
    }
    if (!completions || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const count = completions.options.length;
    const actions: Record<string, () => void> = {
      ArrowDown: () => setActive((active + 1) % count),
      ArrowUp: () => setActive((active + count - 1) % count),
      Enter: () => choose(active),
      Tab: () => choose(active),
      Escape: close,
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      action();
    } else if (/^(Arrow|Home|End|Page)/.test(event.key)) {
      close();
    }
  }

  return {
    ref,
    options: completions?.options ?? [],
    active,
    choose,
    close,
    /** Puts the caret somewhere, to type on from there. */
    focusAt(start: number, end = start) {
      ref.current?.focus();
      ref.current?.setSelectionRange(start, end);
    },
    onTyped(value: string, place: number) {
      onChange(value);
      suggest(value, place, false);
    },
    onKeyDown,
  };
}
