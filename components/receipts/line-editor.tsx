'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { showToast } from '@/components/ui/toast';
import type { CustomerOption } from '@/db/queries/customers';
import type { OpenDebitRow } from '@/db/queries/open-debits';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { useDesk } from './desk';
import {
  type LineShare,
  leftOfLine,
  problemOf,
  resultOfShare,
  type StartedShare,
  shareOf,
  sharesText,
  withDebits,
} from './line-share';
import { ShareFields } from './share-fields';
import { useFocusBack } from './use-focus-back';

/** What a line is to be, and how to ask for what it could pay. */
export interface LineEditorProps {
  readonly line: { readonly id: string; readonly currency: string; readonly amountMinor: Minor };
  readonly start: readonly StartedShare[];
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  readonly closeHref: Route;
  readonly find: (q: string, signal: AbortSignal) => Promise<CustomerOption[]>;
  /** What a customer has open in a currency; may throw. */
  readonly openItems: (customerId: string, currency: string) => Promise<OpenDebitRow[]>;
}

/** Who gets a line and which invoices it pays, edited in place; several customers when it is split. */
export function LineEditor(props: LineEditorProps) {
  const { line, start, closeHref, openItems } = props;
  const router = useRouter();
  const { run, pending } = useDesk();
  useFocusBack();
  const [shares, setShares] = useState<readonly LineShare[]>(() => start.map(shareOf));
  const nextKey = useRef(start.length);
  const change = (key: number, to: (share: LineShare) => LineShare) =>
    setShares((before) => before.map((share) => (share.key === key ? to(share) : share)));
  const choose = async (key: number, customer: LineShare['customer']) => {
    change(key, (share) => ({ ...share, customer, debits: null }));
    if (!customer) return;
    try {
      const debits = await openItems(customer.id, line.currency);
      change(key, (share) => (share.customer?.id === customer.id ? withDebits(share, debits) : share));
    } catch {
      showToast({ message: 'The open invoices did not arrive. Choose the customer again.', isProblem: true });
    }
  };
  const add = () => {
    const rest = leftOfLine(line.amountMinor, shares);
    const empty = { customer: null, amountMinor: rest > 0 ? rest : ZERO, debits: null, parts: [] };
    setShares([...shares, shareOf(empty, nextKey.current++)]);
  };
  const problem = problemOf(line.amountMinor, shares);
  const submit = async () => {
    if (problem) return showToast({ message: problem, isProblem: true });
    const fields = { lineId: line.id, shares: sharesText(shares) };
    const state = await run({ do: 'bookLine', fields, lineId: line.id });
    if (state.status === 'done') router.replace(closeHref, { scroll: false });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape' && !event.defaultPrevented) router.replace(closeHref, { scroll: false });
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    if (event.metaKey || event.ctrlKey) void submit();
    if (event.target instanceof HTMLInputElement) event.preventDefault();
  };
  const left = leftOfLine(line.amountMinor, shares);
  const onAccount = sumOf(shares.map((share) => resultOfShare(share).leftMinor));
  return (
    <form
      className="flex flex-col gap-4 py-2"
      aria-label="How the line is booked"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {shares.map((share, i) => (
        <ShareFields
          key={share.key}
          {...props}
          share={share}
          number={i + 1}
          isOnly={shares.length === 1}
          isNewest={i === shares.length - 1}
          onChange={(to) => change(share.key, to)}
          onChoose={(customer) => void choose(share.key, customer)}
          onRemove={() => setShares(shares.filter((each) => each.key !== share.key))}
        />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button type="submit" size="sm" variant="primary" pending={pending.has(line.id)}>
          Book {formatMoney(line.amountMinor, line.currency)}
        </Button>
        <Button size="sm" onClick={add}>
          Add a customer
        </Button>
        <ButtonLink href={closeHref} scroll={false} replace size="sm" variant="ghost">
          Cancel
        </ButtonLink>
        <p role="status" className="text-muted-foreground">
          {left !== 0
            ? `${formatMoney(left, line.currency)} of the line has no customer yet.`
            : onAccount > 0 && !problem
              ? `${formatMoney(onAccount, line.currency)} stays on account.`
              : (problem ?? '')}
        </p>
      </div>
    </form>
  );
}
