'use client';
import { type RefObject, useEffect } from 'react';

/** ⌘↵ or Ctrl+Enter anywhere in a form sends it; Enter alone in a field does not. */
export function useSubmitKey(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const element = form.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      if (event.metaKey || event.ctrlKey) element?.requestSubmit();
      else if (event.target instanceof HTMLInputElement) event.preventDefault();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [form]);
}
