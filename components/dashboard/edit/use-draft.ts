'use client';
import { useState } from 'react';
import { positionWords, WIDGET_TITLES } from '@/lib/dashboard-widgets';
import {
  addWidget,
  changeCount,
  moveWidget,
  type PlacedWidget,
  removeWidget,
  resizeWidget,
  type WidgetId,
  type WidgetSize,
} from '@/lib/domain/dashboard-layout';

const SIZE_NAMES: Readonly<Record<WidgetSize, string>> = { S: 'small', M: 'medium', L: 'large' };

/** A layout that is not saved yet, what was last done to it in words, and what can be done. */
export interface Draft {
  readonly layout: readonly PlacedWidget[];
  /** Single changes that lead from what is saved to it. */
  readonly changes: number;
  /** What was done last, for the live region; '' at first. */
  readonly said: string;
  readonly move: (id: WidgetId, to: number) => void;
  readonly resize: (id: WidgetId, size: WidgetSize) => void;
  readonly remove: (id: WidgetId) => void;
  readonly add: (id: WidgetId) => void;
  readonly reset: () => void;
}

/** Holds a layout while it is arranged. */
export function useDraft({
  layout: saved,
  standard,
}: {
  readonly layout: readonly PlacedWidget[];
  readonly standard: readonly PlacedWidget[];
}): Draft {
  const [{ layout, said }, set] = useState({ layout: saved, said: '' });
  const change = (next: readonly PlacedWidget[], id: WidgetId, words: string) =>
    set({ layout: next, said: `${WIDGET_TITLES[id]} ${words}.` });
  return {
    layout,
    said,
    changes: changeCount(saved, layout),
    move(id, to) {
      const next = moveWidget(layout, id, to);
      change(next, id, `moved to ${positionWords(next, id)}`);
    },
    resize(id, size) {
      const next = resizeWidget(layout, id, size);
      change(next, id, `is ${SIZE_NAMES[size]}, in ${positionWords(next, id)}`);
    },
    remove(id) {
      change(removeWidget(layout, id), id, 'removed');
      focusSoon(addButtonId(id));
    },
    add(id) {
      const next = addWidget(layout, id);
      change(next, id, `added in ${positionWords(next, id)}`);
      focusSoon(gripId(id));
    },
    reset: () => set({ layout: standard, said: 'The layout is the default again.' }),
  };
}

/** The id of the button that puts a widget on the dashboard. */
export function addButtonId(id: WidgetId): string {
  return `add-${id}`;
}

/** The id of the handle of a widget. */
export function gripId(id: WidgetId): string {
  return `grip-${id}`;
}

/** The button that was pressed is gone: the focus goes to what took its place. */
function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
