import { daysPastDue } from './domain/aging';
import type { PlainDate } from './domain/dates';
import { KIND_NAMES } from './domain/documents';
import { type Minor, toDecimal, toMinor } from './domain/money';
import type { Found, FoundCustomer, FoundDocument } from './find-query';
import { formatCount, formatMoney } from './format';

/** What an entry of the command palette is about; decides its picture. */
export const ENTRY_KINDS = ['customer', 'invoice', 'payment', 'report', 'new'] as const;

/** A line of the command palette: somewhere to go, or something to do there. */
export interface PaletteEntry {
  readonly group: 'Best match' | 'Do' | 'Go to';
  readonly kind: (typeof ENTRY_KINDS)[number];
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly about: string;
  readonly href: string;
}

interface Asked {
  readonly found: Found;
  /** The amount that was typed; null for none. */
  readonly amountMinor: Minor | null;
  readonly today: PlainDate;
  /** Whether whoever asks may record anything. */
  readonly mayWrite: boolean;
}

/** What was found as entries, the best first, then what can be done about the best, and where it leads. */
export function paletteEntries({ found, amountMinor, today, mayWrite }: Asked): PaletteEntry[] {
  const documents = found.documents.map((document) => documentEntry(document, today));
  const customers = found.customers.map(customerEntry);
  // A customer alone, or a document of whoever is named as well, is what was meant.
  const matches = documents.length > 0 ? [...documents, ...customers] : customers;
  const about = subject(found);
  if (!about) return matches;
  const deeds = mayWrite ? deedsFor(about, amountMinor) : [];
  return [...matches, ...deeds, ...placesFor(about)];
}

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
}

/** The one customer that everything found belongs to; null when it is several. */
function subject({ customers, documents }: Found): Subject | null {
  const all = new Map<string, Subject>();
  for (const { id, name, currency } of customers) all.set(id, { id, name, currency });
  for (const { customerId: id, customer: name, currency } of documents)
    if (!all.has(id)) all.set(id, { id, name, currency });
  const [first] = all.values();
  return all.size === 1 && first ? first : null;
}

function documentEntry(document: FoundDocument, today: PlainDate): PaletteEntry {
  const { kind, documentId, number, customer } = document;
  return {
    group: 'Best match',
    kind: kind === 'payment' ? 'payment' : 'invoice',
    label: number,
    about: `${KIND_NAMES[kind]}, ${customer}, ${standing(document, today)}`,
    href: `/${kind === 'payment' ? 'payments' : 'invoices'}/${documentId}`,
  };
}

function standing({ amountMinor, openMinor, currency, dueOn }: FoundDocument, today: PlainDate): string {
  const size = (amount: number) => formatMoney(toMinor(Math.abs(amount)), currency);
  if (openMinor === 0) return size(amountMinor);
  if (openMinor < 0) return `${size(openMinor)} unapplied`;
  const days = dueOn ? daysPastDue(dueOn, today) : 0;
  return `${size(openMinor)} open${days > 0 ? `, ${formatCount(days, 'day')} late` : ''}`;
}

function customerEntry({ id, name, currency, owedMinor }: FoundCustomer): PaletteEntry {
  const about = owedMinor === 0 ? 'owes nothing' : `${formatMoney(owedMinor, currency)} owed`;
  return { group: 'Best match', kind: 'customer', label: name, about, href: `/customers/${id}` };
}

function deedsFor({ id, name, currency }: Subject, amountMinor: Minor | null): PaletteEntry[] {
  const amount = amountMinor === null ? '' : `&amount=${toDecimal(amountMinor, currency)}`;
  const words =
    amountMinor === null ? 'Record a payment' : `Record a payment of ${formatMoney(amountMinor, currency)}`;
  return [
    {
      group: 'Do',
      kind: 'payment',
      label: words,
      about: `from ${name}`,
      href: `/customers/${id}?pay=1${amount}`,
    },
    {
      group: 'Do',
      kind: 'new',
      label: 'New invoice',
      about: `for ${name}`,
      href: `/invoices/new?customer=${id}`,
    },
  ];
}

function placesFor({ id, name, currency }: Subject): PaletteEntry[] {
  const report = `/aging?customer=${id}&currency=${currency}`;
  return [
    { group: 'Go to', kind: 'report', label: 'Aging report', about: `filtered to ${name}`, href: report },
    {
      group: 'Go to',
      kind: 'invoice',
      label: 'Invoices',
      about: `of ${name}`,
      href: `/invoices?customer=${id}`,
    },
    {
      group: 'Go to',
      kind: 'payment',
      label: 'Payments',
      about: `of ${name}`,
      href: `/payments?customer=${id}`,
    },
  ];
}
