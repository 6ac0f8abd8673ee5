'use client';
import { Search } from 'lucide-react';
import { ModKey } from '@/components/ui/mod-key';

/** The event that opens the command palette. */
export const OPEN_PALETTE = 'open-palette';

/** Fetches the palette's code before it is asked for. */
export const REACH_PALETTE = 'reach-palette';

const say = (name: string) => window.dispatchEvent(new Event(name));

/** Opens the command palette, and names the keys that do so too. */
export function PaletteButton() {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Meta+K Control+K"
      title="Find or do…"
      className="field field-sm mb-3 cursor-pointer text-subtle hover:border-border-strong max-lg:justify-center max-lg:px-0"
      onPointerEnter={() => say(REACH_PALETTE)}
      onFocus={() => say(REACH_PALETTE)}
      onClick={() => say(OPEN_PALETTE)}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="max-lg:sr-only">Find or do…</span>
      <span className="ml-auto max-lg:hidden">
        <ModKey letter="K" />
      </span>
    </button>
  );
}
