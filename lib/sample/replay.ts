import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { SampleEvent, SampleInvoice, SamplePart } from './plan';

/** How the books stand after everything that happened. */
export interface Standing {
  /** By invoice key, 0 or above. */
  readonly openMinor: ReadonlyMap<string, Minor>;
  /** What no invoice took, by key of the payment or credit memo, 0 or above. */
  readonly unappliedMinor: ReadonlyMap<string, Minor>;
}

interface Credit {
  readonly customer: string;
  readonly amountMinor: number;
  left: number;
  /** What it settles now, by invoice. */
  readonly on: Map<string, number>;
}

/**
 * Goes through the events as a bookkeeper would.
 * @throws RangeError when one is not possible: money beyond what is open, or for another customer or currency, or
 * for an invoice that is yet to come.
 */
export function replay(events: readonly SampleEvent[]): Standing {
  const invoices = new Map<string, SampleInvoice & { open: number }>();
  const credits = new Map<string, Credit>();
  const creditOf = (key: string) => found(credits, key);
  const move = (credit: Credit, invoiceKey: string, amount: number) => {
    const invoice = found(invoices, invoiceKey);
    assertPossible(invoice.customer === credit.customer, 'the customers differ');
    invoice.open -= amount;
    credit.left -= amount;
    credit.on.set(invoiceKey, (credit.on.get(invoiceKey) ?? 0) + amount);
    assertPossible(
      invoice.open >= 0 && invoice.open <= invoice.amountMinor,
      `${invoiceKey} is settled beyond its amount`,
    );
    assertPossible(credit.left >= 0, 'more is applied than was received');
  };
  for (const event of events) {
    if (event.kind === 'invoice') invoices.set(event.key, { ...event, open: event.amountMinor });
    else if (event.kind === 'payment' || event.kind === 'credit_memo') {
      const { customer, amountMinor, currency } = event;
      credits.set(event.key, { customer, amountMinor, left: amountMinor, on: new Map() });
      for (const part of event.parts) {
        assertPossible(found(invoices, part.invoice).currency === currency, 'the currencies differ');
        move(creditOf(event.key), part.invoice, amountOf(part));
      }
    } else if (event.kind === 'bounce') {
      const credit = creditOf(event.payment);
      for (const [invoice, amount] of credit.on) move(credit, invoice, -amount);
      credit.left = 0;
    } else if (event.kind === 'move') {
      const credit = creditOf(event.payment);
      assertPossible(credit.on.get(event.from) === event.amountMinor, 'it is not all that was applied there');
      move(credit, event.from, -event.amountMinor);
      move(credit, event.to, event.amountMinor);
    } else {
      assertPossible(found(invoices, event.invoice).customer === event.customer, 'the customers differ');
    }
  }
  return {
    openMinor: new Map([...invoices].map(([key, { open }]) => [key, toMinor(open)])),
    unappliedMinor: new Map([...credits].map(([key, { left }]) => [key, toMinor(left)])),
  };
}

/** Invoices of the events that are not settled, with what is open of each, oldest due first. */
export function openInvoices(
  events: readonly SampleEvent[],
): (SampleInvoice & { readonly openMinor: Minor })[] {
  const { openMinor } = replay(events);
  return events
    .filter((event) => event.kind === 'invoice')
    .map((invoice) => ({ ...invoice, openMinor: openMinor.get(invoice.key) ?? invoice.amountMinor }))
    .filter((invoice) => invoice.openMinor > 0)
    .toSorted((a, b) => compareDays(a.dueOn, b.dueOn));
}

function compareDays(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function amountOf({ amountMinor }: SamplePart): number {
  assertPossible(amountMinor > 0, 'nothing is applied');
  return amountMinor;
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`${key} is yet to come`);
  return value;
}

function assertPossible(isPossible: boolean, why: string): void {
  if (!isPossible) throw new RangeError(`The events do not fit: ${why}.`);
}
