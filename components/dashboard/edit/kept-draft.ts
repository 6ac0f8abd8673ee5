import { type PlacedWidget, readLayout } from '@/lib/domain/dashboard-layout';
import { parsedJson } from '@/lib/parsed-json';

const listeners = new Set<() => void>();

/** Keeps a layout that is not saved, in this tab alone; null forgets it. `of` names the dashboard and its version. */
export function keepDraft(of: string, layout: readonly PlacedWidget[] | null): void {
  if (layout) sessionStorage.setItem(keyOf(of), JSON.stringify(layout));
  else sessionStorage.removeItem(keyOf(of));
  for (const listener of listeners) listener();
}

/** What is kept, as it is written; null for nothing. */
export function keptDraft(of: string): string | null {
  return sessionStorage.getItem(keyOf(of));
}

/** The layout of what is kept; null when it is none. */
export function layoutOf(kept: string | null): readonly PlacedWidget[] | null {
  return readLayout(parsedJson(kept));
}

/** Calls `listener` whenever something is kept or forgotten, until the returned function is called. */
export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keyOf(of: string): string {
  return `dashboard-layout ${of}`;
}
