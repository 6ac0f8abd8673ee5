import { daysPastDue } from './domain/aging';
import type { PlainDate } from './domain/dates';
import { KIND_NAMES } from './domain/documents';
import { type Minor, toDecimal, toMinor } from './domain/money';
import type { Found, FoundCustomer, FoundDocument, FoundPerson } from './find-query';
import { formatCount, formatMoney } from './format';

/** What an entry of the command palette is about; decides its picture. */
export const ENTRY_KINDS = ['customer', 'person', 'invoice', 'payment', 'call', 'report', 'new'] as const;

/** A line of the command palette: somewhere to go, or something to do there. */
export interface PaletteEntry {
  readonly group: 'Best match' | 'Do' | 'Go to';
  readonly kind: (typeof ENTRY_KINDS)[number];
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly about: string;
  readonly href: string;
  /** Keys that lead there too, one after the other; null for none. */
  readonly keys: readonly string[] | null;
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
  const people = found.people.map(personEntry);
  // A customer alone, or a document of whoever is named as well, is what was meant.
  const matches = [...documents, ...customers, ...people];
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
function subject({ customers, people, documents }: Found): Subject | null {
  const all = new Map<string, Subject>();
  for (const { id, name, currency } of customers) all.set(id, { id, name, currency });
  for (const { customerId: id, customer: name, currency } of [...documents, ...people])
    if (!all.has(id)) all.set(id, { id, name, currency });
  const [first] = all.values();
  return all.size === 1 && first ? first : null;
}

function documentEntry(document: FoundDocument, today: PlainDate): PaletteEntry {
  const { kind, documentId, number, purchaseOrder, customer } = document;
  return {
    group: 'Best match',
    kind: kind === 'payment' ? 'payment' : 'invoice',
    label: number,
    about: `${KIND_NAMES[kind]}, ${customer}, ${purchaseOrder ? `order ${purchaseOrder}, ` : ''}${standing(document, today)}`,
    href: `/${kind === 'payment' ? 'payments' : 'invoices'}/${documentId}`,
    keys: null,
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
  const href = `/customers/${id}`;
  return { group: 'Best match', kind: 'customer', label: name, about, href, keys: null };
}

function personEntry({ name, title, email, phone, customerId, customer }: FoundPerson): PaletteEntry {
  const about = [title ? `${title} at ${customer}` : `at ${customer}`, email, phone]
    .filter(Boolean)
    .join(', ');
  return {
    group: 'Best match',
    kind: 'person',
    label: name,
    about,
    href: `/customers/${customerId}#people`,
    keys: null,
  };
}

function deedsFor({ id, name, currency }: Subject, amountMinor: Minor | null): PaletteEntry[] {
  const amount = amountMinor === null ? '' : `&amount=${toDecimal(amountMinor, currency)}`;
  const pay =
    amountMinor === null ? 'Record a payment' : `Record a payment of ${formatMoney(amountMinor, currency)}`;
  const deed = { group: 'Do', keys: null } as const;
  return [
    { ...deed, kind: 'payment', label: pay, about: `from ${name}`, href: `/customers/${id}?pay=1${amount}` },
    {
      ...deed,
      kind: 'call',
      label: 'Log a call',
      about: `with ${name}`,
      href: `/worklist?customer=${id}&currency=${currency}`,
    },
    {
      ...deed,
      kind: 'new',
      label: 'New invoice',
      about: `for ${name}`,
      href: `/invoices/new?customer=${id}`,
    },
  ];
}

function placesFor({ id, name, currency }: Subject): PaletteEntry[] {
  const place = { group: 'Go to', about: `of ${name}`, keys: null } as const;
  return [
    {
      ...place,
      kind: 'report',
      label: 'Aging report',
      about: `filtered to ${name}`,
      href: `/aging?customer=${id}&currency=${currency}`,
    },
    { ...place, kind: 'invoice', label: 'Statement', href: `/statements?customer=${id}` },
    { ...place, kind: 'invoice', label: 'Invoices', href: `/invoices?customer=${id}` },
    { ...place, kind: 'payment', label: 'Payments', href: `/payments?customer=${id}` },
  ];
}
