'use client';
import { Plus, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Input } from '@/components/ui/input';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import type { PlainDate } from '@/lib/domain/dates';
import { type InstalmentPlan, MOST_PARTS } from '@/lib/domain/instalment-plan';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { Instalment } from '@/lib/domain/payment-terms';
import { formatColumn, formatDay, formatMoney } from '@/lib/format';
import type { Due, HandPart } from '@/lib/written-invoice';

interface PartsFieldsProps {
  readonly due: Due;
  /** What the plan comes to; null while a day or the total is missing. */
  readonly instalments: readonly Instalment[] | null;
  readonly totalMinor: Minor;
  readonly currency: string;
  readonly today: PlainDate;
  readonly error: string | undefined;
  readonly onDue: (due: Due) => void;
}

type Shown = Omit<PartsFieldsProps, 'error'>;

/** In which parts an invoice falls due: as many equal ones as are asked for, or each by hand. Draws nothing for a single day. */
export function PartsFields({ error, ...props }: PartsFieldsProps) {
  const { due } = props;
  if (due.kind !== 'parts' && due.kind !== 'hand') return null;
  return (
    <fieldset className="panel flex flex-col gap-3 p-4">
      <legend className="sr-only">Parts</legend>
      {due.kind === 'parts' ? <Plan {...props} plan={due.plan} /> : <ByHand {...props} parts={due.parts} />}
      {error && (
        <p role="alert" className="text-meta text-destructive">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Plan({ plan, instalments, currency, today, onDue }: Shown & { readonly plan: InstalmentPlan }) {
  const change = (changes: Partial<InstalmentPlan>) =>
    onDue({ kind: 'parts', plan: { ...plan, ...changes } });
  const byHand = () =>
    onDue({
      kind: 'hand',
      parts: (instalments ?? []).map((part) => ({ ...part, key: crypto.randomUUID() })),
    });
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <Count
          label="Parts"
          value={plan.parts}
          least={2}
          most={MOST_PARTS}
          onCount={(parts) => change({ parts })}
        />
        equal parts, the first after
        <Count
          label="Days until the first part"
          value={plan.firstDays}
          least={0}
          most={400}
          onCount={(firstDays) => change({ firstDays })}
        />
        days, then every
        <Select
          aria-label="Every"
          size="sm"
          className="w-[104px]"
          value={plan.every}
          onChange={({ target }) => change({ every: target.value === 'week' ? 'week' : 'month' })}
        >
          <option value="month">month</option>
          <option value="week">week</option>
        </Select>
      </p>
      {instalments ? (
        <>
          <ol aria-label="Parts" className="fig grid grid-cols-[auto_1fr_auto] gap-x-4 gap-y-1.5">
            {instalments.map(({ dueOn, amountMinor }, i) => (
              <li key={dueOn} className="contents">
                <span className="text-subtle">{i + 1}</span>
                <span>{formatDay(dueOn, { today, weekday: 'short' })}</span>
                <span>{formatColumn(amountMinor, currency)}</span>
              </li>
            ))}
          </ol>
          <Button size="sm" className="self-start" onClick={byHand}>
            Change days and amounts
          </Button>
        </>
      ) : (
        <p className="text-muted-foreground">The parts follow once there is a day and a total.</p>
      )}
    </>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onCount: (count: number) => void;
}

function Count({ label, value, least, most, onCount }: CountProps) {
  return (
    <Input
      type="number"
      size="sm"
      aria-label={label}
      className="fig w-[72px]!"
      min={least}
      max={most}
      defaultValue={value}
      onChange={({ target }) => {
        const count = target.valueAsNumber;
        if (Number.isInteger(count) && count >= least && count <= most) onCount(count);
      }}
    />
  );
}

function ByHand({
  parts,
  totalMinor,
  currency,
  today,
  onDue,
}: Shown & { readonly parts: readonly HandPart[] }) {
  const set = (next: readonly HandPart[]) => onDue({ kind: 'hand', parts: next });
  const change = (key: string, changes: Partial<HandPart>) =>
    set(parts.map((part) => (part.key === key ? { ...part, ...changes } : part)));
  const left = toMinor(parts.reduce((rest, part) => rest - (part.amountMinor ?? 0), Number(totalMinor)));
  const add = () =>
    set([...parts, { key: crypto.randomUUID(), dueOn: null, amountMinor: left > 0 ? left : null }]);
  return (
    <>
      <ol className="flex flex-col gap-2">
        {parts.map(({ key, dueOn, amountMinor }, i) => (
          <li key={key} className="grid grid-cols-[1fr_140px_28px] items-center gap-2">
            <DateInput
              name=""
              aria-label={`Day of part ${i + 1}`}
              size="sm"
              today={today}
              defaultDay={dueOn}
              leaning="future"
              onDay={(day) => change(key, { dueOn: day })}
            />
            <MoneyInput
              aria-label={`Amount of part ${i + 1}`}
              size="sm"
              inColumn
              currency={currency}
              amount={amountMinor}
              onAmount={(amount) => change(key, { amountMinor: amount })}
            />
            <button
              type="button"
              aria-label={`Remove part ${i + 1}`}
              onClick={() => set(parts.filter((part) => part.key !== key))}
              className="grid size-7 place-items-center rounded-control text-subtle hover:bg-muted hover:text-foreground"
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ol>
      <p className="flex items-center justify-between gap-3">
        <Button size="sm" onClick={add} disabled={parts.length >= MOST_PARTS}>
          <Plus aria-hidden />
          Add a part
        </Button>
        <span role="status" className={left === 0 ? 'text-muted-foreground' : 'text-warning'}>
          {left === 0 && 'Together they are the total.'}
          {left > 0 && `${formatMoney(left, currency)} of the total is in no part.`}
          {left < 0 && `${formatMoney(toMinor(-left), currency)} more than the total.`}
        </span>
      </p>
    </>
  );
}
