'use client';
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Money } from '@/components/money';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import type { DraftLine, LineProblem } from '@/lib/domain/invoice-draft';
import { MAX_DOCUMENT_MINOR, type Minor, toMinor } from '@/lib/domain/money';
import { formatColumn, formatMoney } from '@/lib/format';
import { LineMenu } from './line-menu';
import { type FindServices, ServiceField, type ServiceOption } from './service-field';

/** On whose behalf a line can be billed. */
export interface Beneficiary {
  readonly id: string;
  readonly name: string;
}

interface LineRowProps {
  readonly line: DraftLine;
  /** From 1, and of how many. */
  readonly position: number;
  readonly count: number;
  readonly currency: string;
  /** Quantity × price; null while it cannot be counted. */
  readonly netMinor: Minor | null;
  /** What is wrong with it, if that may be said. */
  readonly problem: LineProblem | undefined;
  readonly find: FindServices;
  /** Of the customer. */
  readonly beneficiaries: readonly Beneficiary[];
  readonly onChange: (changes: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
  /** Enter in a field of this column. */
  readonly onEnter: (column: LineColumn) => void;
  readonly onPaste: (text: string) => boolean;
  readonly onMove: (step: 1 | -1, column: LineColumn) => void;
  readonly onCopy: () => void;
}

/** A field of a line. */
export type LineColumn = 'description' | 'quantity' | 'price' | 'tax';

const WORDS: Readonly<Record<Exclude<LineProblem, 'price' | 'size'>, string>> = {
  description: 'Say what this line is for.',
  quantity: 'Write the quantity as a number, such as 2 or 1.5.',
  tax: 'Write the tax as a percentage, such as 7.25.',
};

function wordsOf(problem: LineProblem, currency: string): string {
  if (problem === 'price') return `Enter a price, such as ${formatColumn(EXAMPLE_PRICE, currency)}.`;
  if (problem === 'size')
    return `One invoice carries at most ${formatMoney(toMinor(MAX_DOCUMENT_MINOR), currency)}. Lower the quantity or the price.`;
  return WORDS[problem];
}

/** In minor units, whose digits are those of the invoice's currency. */
const EXAMPLE_PRICE = toMinor(11_820);

/** The columns of the editor, shared with its header. */
export const LINE_GRID =
  'grid grid-cols-[28px_1fr_64px_100px_64px_92px_28px] items-center gap-x-2 pr-3 pl-1.5 max-md:gap-y-2 max-md:pl-3 max-md:grid-cols-[64px_1fr_64px_32px_32px]';

/** One line of the invoice that is being written. A phone gives the item a row of its own. */
export function LineRow({ line, position, currency, netMinor, problem, ...on }: LineRowProps) {
  const { onChange, onRemove, onEnter, onMove } = on;
  const errorId = `problem-${line.key}`;
  const wrong = problem === 'size' ? 'price' : problem;
  const field = (column: LineColumn, label: string) => ({
    'aria-label': `${label}, line ${position}`,
    'aria-invalid': wrong === column || undefined,
    'aria-describedby': wrong === column ? errorId : undefined,
    'data-column': column,
    autoComplete: 'off',
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      const isSubmit = event.metaKey || event.ctrlKey;
      const isEmpty = event.currentTarget.value === '' && line.unitPriceMinor === null;
      const step = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
      if (step !== undefined) onMove(step, column);
      else if (event.key === 'Enter' && !isSubmit) onEnter(column);
      else if (event.key === 'Backspace' && column === 'description' && isEmpty) onRemove();
      else return;
      event.preventDefault();
    },
  });
  return (
    <li data-line className={`${LINE_GRID} border-b border-border py-1.5`}>
      <span className="max-md:order-last">
        <LineMenu
          position={position}
          count={on.count}
          onMove={(step) => onMove(step, 'description')}
          onCopy={on.onCopy}
        />
      </span>
      <ServiceField
        {...field('description', 'Item')}
        className="border-transparent hover:border-input focus:border-input max-md:border-input"
        placeholder="A service, or any text"
        maxLength={500}
        value={line.description}
        find={on.find}
        onText={(description) =>
          onChange({ description, ...(description === '' ? { serviceId: null } : {}) })
        }
        onService={(service) => onChange(billed(service, currency))}
        onPaste={(event) => {
          if (on.onPaste(event.clipboardData.getData('text/plain'))) event.preventDefault();
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
        list="tax-rates"
        className="fig text-right"
        inputMode="decimal"
        value={line.taxPercent}
        onChange={(event) => onChange({ taxPercent: event.target.value })}
        onFocus={(event) => event.currentTarget.select()}
      />
      <span className="num fig max-md:order-last max-md:col-span-3 max-md:col-start-1 max-md:row-start-3 max-md:text-left! max-md:text-muted-foreground">
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
      <OnBehalf line={line} position={position} beneficiaries={on.beneficiaries} onChange={onChange} />
      {problem && (
        <p id={errorId} className="col-span-full max-md:order-last pt-1 pb-0.5 text-meta text-destructive">
          {wordsOf(problem, currency)}
        </p>
      )}
    </li>
  );
}

/** What choosing a service fills in. A fee in another currency is left to be typed. */
function billed(service: ServiceOption, currency: string): Partial<DraftLine> {
  return {
    serviceId: service.id,
    description: service.description ?? service.name,
    taxPercent: service.taxPercent,
    unitPriceMinor: service.currency === currency ? service.feeMinor : null,
  };
}

function OnBehalf({ line, position, beneficiaries, onChange }: OnBehalfProps) {
  if (beneficiaries.length === 0) return null;
  return (
    <span className="col-span-full flex items-center gap-2 pt-1 pl-[46px] max-md:pl-0">
      <span aria-hidden className="text-meta text-subtle">
        For
      </span>
      <Select
        size="sm"
        aria-label={`For whom, line ${position}`}
        className="w-[220px] max-md:flex-1"
        value={line.beneficiaryId ?? ''}
        onChange={(event) => onChange({ beneficiaryId: event.target.value || null })}
      >
        <option value="">nobody in particular</option>
        {beneficiaries.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </span>
  );
}

type OnBehalfProps = Pick<LineRowProps, 'line' | 'position' | 'beneficiaries' | 'onChange'>;
