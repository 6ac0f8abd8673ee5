'use client';
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Money } from '@/components/money';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import type { DraftLine, LineProblem } from '@/lib/domain/invoice-draft';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatColumn } from '@/lib/format';

interface LineRowProps {
  readonly line: DraftLine;
  /** From 1. */
  readonly position: number;
  readonly currency: string;
  /** Quantity × price; null while it cannot be counted. */
  readonly netMinor: Minor | null;
  /** What is wrong with it, once that may be said. */
  readonly problem: LineProblem | undefined;
  readonly onChange: (changes: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
  /** Enter in a field of this column. */
  readonly onEnter: (column: LineColumn) => void;
  readonly onPaste: (text: string) => boolean;
}

/** A field of a line. */
export type LineColumn = 'description' | 'quantity' | 'price' | 'tax';

const WORDS: Readonly<Record<Exclude<LineProblem, 'price'>, string>> = {
  description: 'Say what this line is for.',
  quantity: 'Write the quantity as a number, such as 2 or 1.5.',
  tax: 'Write the tax as a percentage, such as 7.25.',
};

/** In minor units, whose digits are those of the invoice's currency. */
const EXAMPLE_PRICE = toMinor(11_820);

/** The columns of the editor, shared with its header. */
export const LINE_GRID =
  'grid grid-cols-[1fr_64px_100px_64px_92px_28px] items-center gap-x-2 px-3 max-md:gap-y-2 max-md:grid-cols-[64px_1fr_64px_32px]';

/** One line of the invoice that is being written. A phone gives the item a row of its own. */
export function LineRow({ line, position, currency, netMinor, problem, ...on }: LineRowProps) {
  const { onChange, onRemove, onEnter, onPaste } = on;
  const errorId = `problem-${line.key}`;
  const field = (column: LineColumn, label: string) => ({
    'aria-label': `${label}, line ${position}`,
    'aria-invalid': problem === column || undefined,
    'aria-describedby': problem === column ? errorId : undefined,
    'data-column': column,
    autoComplete: 'off',
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      const isSubmit = event.metaKey || event.ctrlKey;
      const isEmpty = event.currentTarget.value === '' && line.unitPriceMinor === null;
      if (event.key === 'Enter' && !isSubmit) onEnter(column);
      else if (event.key === 'Backspace' && column === 'description' && isEmpty) onRemove();
      else return;
      event.preventDefault();
    },
  });
  return (
    <li data-line className={`${LINE_GRID} border-b border-border py-1.5`}>
      <Input
        {...field('description', 'Item')}
        className="border-transparent hover:border-input focus:border-input max-md:col-span-4 max-md:border-input"
        placeholder="What is it for?"
        maxLength={500}
        value={line.description}
        onChange={(event) => onChange({ description: event.target.value })}
        onPaste={(event) => {
          if (onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
        }}
      />
      <Input
        {...field('quantity', 'Quantity')}
        className="fig text-right"
        inputMode="decimal"
        value={line.quantity}
        onChange={(event) => onChange({ quantity: event.target.value })}
        onFocus={(event) => event.currentTarget.select()}
      />
      <MoneyInput
        {...field('price', 'Price')}
        currency={currency}
        amount={line.unitPriceMinor}
        onAmount={(unitPriceMinor) => onChange({ unitPriceMinor })}
        inColumn
        placeholder="0.00"
      />
      <Input
        {...field('tax', 'Tax percent')}
        className="fig text-right"
        inputMode="decimal"
        value={line.taxPercent}
        onChange={(event) => onChange({ taxPercent: event.target.value })}
        onFocus={(event) => event.currentTarget.select()}
      />
      <span className="num fig max-md:order-last max-md:col-span-4 max-md:pt-1 max-md:pr-9 max-md:text-muted-foreground">
        {netMinor === null ? <span className="z">–</span> : <Money amount={netMinor} currency={currency} />}
      </span>
      <button
        type="button"
        aria-label={`Remove line ${position}`}
        onClick={onRemove}
        className="grid size-7 place-items-center rounded-control text-subtle hover:bg-muted hover:text-foreground max-md:size-8"
      >
        <X aria-hidden className="size-3.5" />
      </button>
      {problem && (
        <p id={errorId} className="col-span-full max-md:order-last pt-1 pb-0.5 text-meta text-destructive">
          {problem === 'price'
            ? `Enter a price, such as ${formatColumn(EXAMPLE_PRICE, currency)}.`
            : WORDS[problem]}
        </p>
      )}
    </li>
  );
}
