'use client';
import { useState, useSyncExternalStore } from 'react';
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
import { keepDraft, keptDraft, layoutOf, onKept } from './kept-draft';

const SIZE_NAMES: Readonly<Record<WidgetSize, string>> = { S: 'small', M: 'medium', L: 'large' };

/** A layout that is not saved yet, what was last done to it in words, and what can be done. */
export interface Draft {
  readonly layout: readonly PlacedWidget[];
  /** Single changes that lead from what is saved to it. */
  readonly changes: number;
  /** It was left unsaved before, and is gone on with. */
  readonly isResumed: boolean;
  /** What was done last, for the live region; '' at first. */
  readonly said: string;
  readonly move: (id: WidgetId, to: number) => void;
  readonly resize: (id: WidgetId, size: WidgetSize) => void;
  readonly remove: (id: WidgetId) => void;
  readonly add: (id: WidgetId) => void;
  readonly reset: () => void;
  /** Begins again from what is saved. */
  readonly restart: () => void;
}

/** Holds a layout while it is arranged, beginning with what was left unsaved before; `of` is what that is kept under. */
export function useDraft({
  layout: saved,
  standard,
  of,
}: {
  readonly layout: readonly PlacedWidget[];
  readonly standard: readonly PlacedWidget[];
  readonly of: string;
}): Draft {
  const kept = useSyncExternalStore(
    onKept,
    () => keptDraft(of),
    () => null,
  );
  const layout = layoutOf(kept) ?? saved;
  const [said, say] = useState('');
  const put = (next: readonly PlacedWidget[], words: string) => {
    keepDraft(of, changeCount(saved, next) > 0 ? next : null);
    say(words);
  };
  const change = (next: readonly PlacedWidget[], id: WidgetId, words: string) =>
    put(next, `${WIDGET_TITLES[id]} ${words}.`);
  return {
    layout,
    said,
    isResumed: said === '' && layout !== saved,
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
    reset: () => put(standard, 'The layout is the default again.'),
    restart: () => put(saved, 'The layout is as it was saved.'),
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
