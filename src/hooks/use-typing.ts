import { useSyncExternalStore } from 'react';

/** Whether the keyboard is in a field where keys are text. */
export function useTyping(): boolean {
  return useSyncExternalStore(subscribe, () => isTextField(document.activeElement));
}

export function isTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  if (element.getAttribute('role') === 'spinbutton') return true;
  return element instanceof HTMLInputElement && !NOT_TEXT.includes(element.type);
}

const NOT_TEXT = ['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color'];

function subscribe(changed: () => void): () => void {
  addEventListener('focusin', changed);
  addEventListener('focusout', changed);
  return () => {
    removeEventListener('focusin', changed);
    removeEventListener('focusout', changed);
  };
}
