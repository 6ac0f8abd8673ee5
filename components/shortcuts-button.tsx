'use client';
import { Keyboard } from 'lucide-react';

/** The event that opens the list of keys. */
export const SHOW_SHORTCUTS = 'show-shortcuts';

/** Opens the list of keys: the way there for whoever has turned the keys off. */
export function ShortcutsButton() {
  return (
    <button
      type="button"
      data-close
      className="nav w-full max-md:hidden"
      onClick={() => window.dispatchEvent(new Event(SHOW_SHORTCUTS))}
    >
      <Keyboard aria-hidden />
      Keyboard shortcuts
    </button>
  );
}
