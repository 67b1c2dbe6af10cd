import { FocusEvent } from 'react';

const CONTROLS =
  'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled)';

/**
 * Moves the focus to the first control that can have it, passing over those
 * that are there for the browser's autofill only.
 */
export function focusControl(root: Element | null | undefined): boolean {
  const control = [...(root?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])]
    .filter(element => !element.closest('[aria-hidden="true"]'))
    .find(element => element.tabIndex >= 0);
  control?.focus();
  return control !== undefined;
}

/** Calls back when the focus leaves an element and everything in it. */
export function whenLeft(callback: () => void) {
  return ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.contains(relatedTarget)) {
      callback();
    }
  };
}
