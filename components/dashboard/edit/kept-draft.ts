import { type PlacedWidget, readLayout } from '@/lib/domain/dashboard-layout';
import { parsedJson } from '@/lib/parsed-json';

/** Keeps a layout that is not saved, in this tab alone; null forgets it. `of` names the dashboard and its version. */
export function keepDraft(of: string, layout: readonly PlacedWidget[] | null): void {
  if (layout) sessionStorage.setItem(keyOf(of), JSON.stringify(layout));
  else sessionStorage.removeItem(keyOf(of));
}

/** The layout that was kept; null when there is none that can be read. */
export function keptDraft(of: string): readonly PlacedWidget[] | null {
  return readLayout(parsedJson(sessionStorage.getItem(keyOf(of))));
}

function keyOf(of: string): string {
  return `dashboard-layout ${of}`;
}
