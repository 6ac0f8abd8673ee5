'use client';
import { useIsApple } from './use-is-apple';

/** Beside the words of a button: the keys that press it, as this computer's keyboard names them. */
export function SubmitKeys() {
  return (
    <span aria-hidden className="ml-1 text-micro opacity-80 max-md:hidden">
      {useIsApple() ? '⌘↵' : 'Ctrl ↵'}
    </span>
  );
}
