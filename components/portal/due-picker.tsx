'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { type Minor, sumOf } from '@/lib/domain/money';
import { formatColumn, formatCount, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';

interface DuePickerProps {
  readonly currency: string;
  /** Everything that can be chosen, in the order of the list. */
  readonly items: readonly {
    readonly itemId: string;
    readonly number: string;
    readonly openMinor: Minor;
  }[];
  readonly creditMinor: Minor;
  /** The list, whose checkboxes are called `item`. */
  readonly children: ReactNode;
}

/** Chooses what to pay, and says what it comes to. The choice is sent to the page where it is paid, with or without scripts. */
export function DuePicker({ currency, items, creditMinor, children }: DuePickerProps) {
  const form = useRef<HTMLFormElement>(null);
  const [ids, setIds] = useState<readonly string[]>([]);
  // Boxes may have been ticked before this ran, or by the browser when somebody came back.
  useEffect(() => setIds(chosenIn(form.current)), []);
  const chosen = items.filter((item) => ids.includes(item.itemId));
  const total = sumOf(chosen.map((item) => item.openMinor));
  const what = formatCount(chosen.length, 'invoice');
  const anyAmount = (
    <ButtonLink href={route(`/portal/pay?currency=${currency}`)} size="lg" className="w-full">
      Pay an amount
    </ButtonLink>
  );
  return (
    <form
      ref={form}
      action="/portal/pay"
      onChange={(event) => setIds(chosenIn(event.currentTarget))}
      className="grid items-start gap-x-8 lg:grid-cols-[minmax(0,1fr)_320px]"
    >
      <input type="hidden" name="currency" value={currency} />
      <div className="min-w-0">{children}</div>
      <aside
        aria-label={`Pay in ${currency}`}
        className="max-lg:sticky max-lg:bottom-0 max-lg:z-10 max-lg:border-t max-lg:border-border max-lg:bg-card max-lg:px-4 max-lg:py-3 max-md:bottom-(--portal-tabs) lg:sticky lg:top-6 lg:rounded-panel lg:border lg:border-border lg:bg-card lg:p-5"
      >
        <div className="max-lg:hidden">
          <h2 className="text-section">{chosen.length > 0 ? `Pay ${what}` : 'Pay'}</h2>
          <ul className="fig my-3 flex max-h-64 flex-col gap-1.5 overflow-y-auto text-form empty:hidden">
            {chosen.map((item) => (
              <li key={item.itemId} className="flex justify-between gap-4">
                <span className="text-muted-foreground">{item.number}</span>
                {formatColumn(item.openMinor, currency)}
              </li>
            ))}
          </ul>
          <p className="mb-4 text-body text-muted-foreground">
            {chosen.length > 0
              ? 'Paying less is fine. The rest stays due.'
              : 'Choose invoices, or any amount.'}
            {creditMinor > 0 && ` You can use your credit of ${formatMoney(creditMinor, currency)}.`}
          </p>
        </div>
        <p role="status" className="sr-only">
          {chosen.length > 0 && `${what} chosen, ${formatMoney(total, currency)}`}
        </p>
        {chosen.length > 0 ? (
          <Button type="submit" variant="primary" size="lg" className="w-full max-md:h-12">
            Pay {what}, {formatMoney(total, currency)}
          </Button>
        ) : (
          anyAmount
        )}
      </aside>
    </form>
  );
}

function chosenIn(form: HTMLFormElement | null): string[] {
  const boxes = form?.querySelectorAll<HTMLInputElement>('input[name="item"]:checked') ?? [];
  return [...boxes].map((box) => box.value);
}
