'use client';
import { useEffect } from 'react';
import { isFreeKey } from './keys';

/**
 * Keys and clicks for the rows of the tables on this page; draws nothing. A row is marked `data-row`, the link it opens
 * `data-row-link`, the control that unfolds it `data-row-expand`, the box that selects it `data-row-select`, the page's search
 * field `data-table-search`, the link that reminds those selected `data-selection-remind`. J, K, ↓, ↑ move, Enter opens (it is a link),
 * E unfolds, X selects, Shift+X all rows from the one selected before, R reminds, / searches; a click on a row opens its link.
 */
export function TableKeys() {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return null;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function onKey(event: KeyboardEvent): void {
  if (!isFreeKey(event)) return;
  const row = document.activeElement?.closest('[data-row]') ?? null;
  const step = STEPS[event.key];
  const isAway =
    document.activeElement !== document.body && !row && !document.activeElement?.closest('table, main');
  const target =
    event.key === '/'
      ? document.querySelector<HTMLElement>('[data-table-search]')
      : step && !isAway && (row || event.key.length === 1)
        ? linkOf(nextRow(row, step))
        : null;
  if (row && event.key.toLowerCase() === 'x') selectRow(row, event.shiftKey);
  if (event.key === 'r') document.querySelector<HTMLElement>('[data-selection-remind]')?.click();
  if (event.key === 'e' && row) row.querySelector<HTMLElement>('[data-row-expand]')?.click();
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** The row that was selected last: where a range begins. */
let selectedLast: Element | null = null;

/** Turns the selection of a row around; `isRange` gives all rows since the last one what this one gets. */
function selectRow(row: Element, isRange: boolean): void {
  const rows = [...document.querySelectorAll('[data-row]')];
  const [at, from] = [rows.indexOf(row), selectedLast ? rows.indexOf(selectedLast) : -1];
  const isOn = !boxOf(row)?.checked;
  const [first, last] = isRange && from >= 0 ? [Math.min(at, from), Math.max(at, from)] : [at, at];
  for (const each of rows.slice(first, last + 1)) {
    const box = boxOf(each);
    if (box && box.checked !== isOn) box.click();
  }
  selectedLast = row;
}

function boxOf(row: Element): HTMLInputElement | null {
  return row.querySelector<HTMLInputElement>('[data-row-select]');
}

/** The row after or before `row`; the first one when the focus is in none. */
function nextRow(row: Element | null, step: 1 | -1): Element | undefined {
  const rows = [...document.querySelectorAll('[data-row]')];
  return rows[row ? rows.indexOf(row) + step : 0];
}

function linkOf(row: Element | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('[data-row-link]') ?? null;
}

/** Whether the press now under way began while something was open over the page: then it only closes that. */
let isClosing = false;

function onPress(): void {
  isClosing = document.querySelector('[role=dialog], [role=alertdialog]') !== null;
}

/** A click beside the link counts as one on it, with its modifier keys; not on a control, nor after selecting text. */
function onClick(event: MouseEvent): void {
  if (event.defaultPrevented || isClosing || !(event.target instanceof Element)) return;
  const row = event.target.closest('[data-row]');
  const isOnControl = event.target.closest('a, button, input, select, textarea, label, summary');
  if (!row || isOnControl || document.getSelection()?.toString()) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  linkOf(row)?.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, view: window }),
  );
}
