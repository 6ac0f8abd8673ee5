import type { Route } from 'next';
import type { PaletteEntry } from '@/lib/palette';

/** A page of the menu or below it; after g, `key` goes there (null: no key does). */
export interface PalettePlace {
  readonly key: string | null;
  readonly label: string;
  readonly href: Route;
  /** What it is a page of, such as the settings: offered once something is typed. Null for a page of the menu. */
  readonly of: string | null;
}

const DEED = { group: 'Do', about: '', keys: null } as const;
const DEEDS: readonly PaletteEntry[] = [
  { ...DEED, kind: 'payment', label: 'Record a payment', href: '/payments/new' },
  { ...DEED, kind: 'new', label: 'New invoice', href: '/invoices/new' },
  { ...DEED, kind: 'customer', label: 'New customer', href: '/customers/new' },
  { ...DEED, kind: 'new', label: 'Import a file', href: '/import' },
];

/** What is done less often, offered once something is typed. */
const FURTHER_DEEDS: readonly PaletteEntry[] = [
  { ...DEED, kind: 'new', label: 'Bill many customers at once', href: '/invoices/batch' },
  { ...DEED, kind: 'new', label: 'Make a recurring invoice', href: '/recurring/new' },
  { ...DEED, kind: 'call', label: 'Send reminders', href: '/reminders' },
  { ...DEED, kind: 'invoice', label: 'Send statements', href: '/statements' },
  { ...DEED, kind: 'payment', label: 'Match a bank statement', href: '/receipts' },
  { ...DEED, kind: 'payment', label: 'Refund, apply or bounce a payment', href: '/payments' },
  { ...DEED, kind: 'invoice', label: 'Credit, write off or void an invoice', href: '/invoices' },
  { ...DEED, kind: 'customer', label: 'Merge duplicates', href: '/customers/duplicates' },
];

/** What can always be done and where one can always go, as far as the text allows: all of it before anything is typed. */
export function standingEntries(
  text: string,
  places: readonly PalettePlace[],
  mayWrite: boolean,
): PaletteEntry[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  const isAsked = text.trim() !== '';
  const deeds = [...DEEDS, ...(isAsked ? FURTHER_DEEDS : [])];
  const goTo = places
    .filter(({ of }) => isAsked || of === null)
    .map(
      ({ key, label, href, of }) =>
        ({
          group: 'Go to',
          kind: 'report',
          label,
          about: of ?? '',
          href,
          keys: key ? ['g', key] : null,
        }) as const,
    );
  return [...(mayWrite ? deeds : []), ...goTo].filter(({ label, about }) =>
    words.every((word) => `${label} ${about}`.toLowerCase().includes(word)),
  );
}
