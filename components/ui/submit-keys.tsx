'use client';
import { useSyncExternalStore } from 'react';

/** Beside the words of a button: the keys that press it, as this computer's keyboard names them. */
export function SubmitKeys() {
  const isApple = useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iPad|iPhone/.test(navigator.userAgent),
    () => false,
  );
  return (
    <span aria-hidden className="ml-1 text-micro opacity-80 max-md:hidden">
      {isApple ? '⌘↵' : 'Ctrl ↵'}
    </span>
  );
}
