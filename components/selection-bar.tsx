'use client';
import { X } from 'lucide-react';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';

/** The rows that are ticked: their ids, or all that match. */
interface Selection {
  readonly ids: readonly string[];
  /** Everything that matches is meant, on all pages: more than `ids`. */
  readonly isAll: boolean;
  readonly count: number;
}

interface SelectionBarProps {
  /** Null when rows are in several currencies: then nothing is summed up. */
  readonly currency: string | null;
  /** Everything that matches, on all pages. */
  readonly all: { readonly count: number; readonly openMinor: Minor };
  /** What can be done with the selection. */
  readonly children: (selection: Selection) => ReactNode;
}

/**
 * What is selected in the table below: how many rows, their sum, and what can be done with them. Rows are marked
 * `data-row-select` with what is open of them, the box that selects the page `data-select-all`. Draws nothing without a selection.
 */
export function SelectionBar({ currency, all, children }: SelectionBarProps) {
  const ticked = useSyncExternalStore(watchBoxes, tickedRows, () => '');
  const [allOf, setAllOf] = useState<string | null>(null);
  if (ticked === '') return null;
  const picked = ticked.split(' ').map((row) => row.split('='));
  const isAll = allOf === ticked;
  const count = isAll ? all.count : picked.length;
  const sum = isAll ? all.openMinor : sumOf(picked.map(([, open = '']) => toMinor(open)));
  const ids = picked.map(([id = '']) => id);
  return (
    <div className="sticky top-(--panel-top) z-[15] flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 bg-primary px-5 py-1.5 text-primary-foreground print:hidden">
      <p role="status" className="font-medium">
        {formatCount(count)} selected{currency && `, ${formatMoney(sum, currency)}`}
      </p>
      {!isAll && all.count > picked.length && (
        <button type="button" className="underline underline-offset-3" onClick={() => setAllOf(ticked)}>
          Select all {formatCount(all.count)} that match
        </button>
      )}
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {children({ ids, isAll, count })}
        <button
          type="button"
          aria-label="Select nothing"
          onClick={() => tickAll(false)}
          className="grid size-7 place-items-center"
        >
          <X aria-hidden className="size-4" />
        </button>
      </span>
    </div>
  );
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('[data-row-select]')];
}

/** The ticked rows, each as its id and what is open of it, as one text: equal when nothing has changed. */
function tickedRows(): string {
  return boxes()
    .flatMap((box) => (box.checked ? [`${box.value}=${box.dataset.rowSelect}`] : []))
    .join(' ');
}

/** Ticks all rows, or none, as a press on the box in the head does. */
function tickAll(isOn: boolean): void {
  for (const box of boxes()) box.checked = isOn;
  document.dispatchEvent(new Event('change'));
}

/** Calls back when a row is ticked or cleared, and when rows come or go; the box in the head follows. */
function watchBoxes(changed: () => void): () => void {
  const follow = () => {
    const [all, ticked] = [boxes(), boxes().filter((box) => box.checked)];
    const head = document.querySelector<HTMLInputElement>('[data-select-all]');
    if (head) {
      head.checked = all.length > 0 && ticked.length === all.length;
      head.indeterminate = ticked.length > 0 && ticked.length < all.length;
    }
    changed();
  };
  const onChange = ({ target }: Event) => {
    if (target instanceof HTMLInputElement && target.dataset.selectAll !== undefined) tickAll(target.checked);
    else follow();
  };
  const rows = new MutationObserver(follow);
  document.addEventListener('change', onChange);
  rows.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('change', onChange);
    rows.disconnect();
  };
}
