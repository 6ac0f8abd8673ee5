'use client';
import { type ComponentProps, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Minor } from '@/lib/domain/money';
import { formatMoney, prefixOf } from '@/lib/format';
import { parseMoneyText } from '@/lib/money-text';
import { type ControlSize, controlClass } from './input';

type MoneyInputProps = Omit<
  ComponentProps<'input'>,
  'size' | 'value' | 'defaultValue' | 'onChange' | 'type' | 'ref'
> & {
  readonly currency: string;
  readonly defaultAmount?: Minor | null;
  /** Given, the parent holds the amount; null is an empty field. */
  readonly amount?: Minor | null;
  /** Hears every amount as it is typed; null while the field is empty or holds no amount. */
  readonly onAmount?: (amount: Minor | null) => void;
  readonly size?: ControlSize;
  /** Right-aligned without a symbol, for a column. */
  readonly inColumn?: boolean;
};

/**
 * An amount as text: takes what people paste and sums such as "=1200*1.2", and writes it out when left. The form
 * receives the text; read it with `typedMoney`.
 */
export function MoneyInput({
  currency,
  defaultAmount = null,
  amount,
  onAmount,
  size = 'md',
  inColumn = false,
  className = '',
  ...rest
}: MoneyInputProps) {
  const [own, setOwn] = useState<Minor | null>(defaultAmount);
  const [draft, setDraft] = useState<string | null>(null);
  const [isEditing, setIsEditing] = useState(false);
  const held = amount === undefined ? own : amount;
  const written = held === null ? '' : formatMoney(held, currency, { symbol: false });

  const change = (text: string) => {
    const typed = parseMoneyText(text, currency);
    setDraft(text);
    setIsEditing(true);
    setOwn(typed);
    onAmount?.(typed);
  };
  // What somebody typed before the page could listen counts as typed.
  const box = useRef<HTMLInputElement>(null);
  const adopt = useEffectEvent(() => {
    if (box.current && box.current.value !== written) change(box.current.value);
  });
  useEffect(() => adopt(), []);
  /** Writes the amount out; text that is no amount stays, for the person to put right. */
  const settle = () => {
    setIsEditing(false);
    if (draft !== null && (draft.trim() === '' || parseMoneyText(draft, currency) !== null)) setDraft(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') event.preventDefault();
    // At once, so that a form sent by this key press sends the amount and not the sum.
    if (event.key === 'Enter') flushSync(settle);
    rest.onKeyDown?.(event);
  };

  // What `settle` left as it was typed.
  const isWrong =
    !isEditing && draft !== null && draft.trim() !== '' && parseMoneyText(draft, currency) === null;
  // A column has no room for words: there the border says it.
  const isTold = isWrong && !inColumn;

  return (
    <span className={controlClass(size, `fig ${inColumn ? 'justify-end' : ''} ${className}`)}>
      {!inColumn && (
        <span aria-hidden className="font-normal text-subtle">
          {prefixOf(currency).trim()}
        </span>
      )}
      <input
        {...rest}
        aria-invalid={isWrong || rest['aria-invalid'] ? true : undefined}
        ref={box}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={`${inColumn ? 'text-right' : ''} ${isTold ? 'min-w-8 [field-sizing:content] supports-[field-sizing:content]:w-auto!' : ''}`}
        value={draft ?? written}
        onChange={(event) => change(event.target.value)}
        onFocus={(event) => {
          event.currentTarget.select();
          rest.onFocus?.(event);
        }}
        onBlur={(event) => {
          settle();
          rest.onBlur?.(event);
        }}
        onKeyDown={onKeyDown}
      />
      {!inColumn && (
        <span role="status" className="mr-auto truncate text-body font-normal text-destructive empty:hidden">
          {isTold && 'is not an amount'}
        </span>
      )}
    </span>
  );
}
