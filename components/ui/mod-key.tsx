'use client';
import { useIsApple } from './use-is-apple';

/** A letter with the key that commands are given with, as this computer's keyboard names it: ⌘K, Ctrl K. */
export function ModKey({ letter }: { readonly letter: string }) {
  return (
    <kbd aria-hidden className="kbd">
      {useIsApple() ? `⌘${letter}` : `Ctrl ${letter}`}
    </kbd>
  );
}
