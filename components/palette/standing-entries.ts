import type { Route } from 'next';
import type { PaletteEntry } from '@/lib/palette';

/** A page of the menu; after g, `key` goes there (null: no key does). */
export interface PalettePlace {
  readonly key: string | null;
  readonly label: string;
  readonly href: Route;
}

const DEED = { group: 'Do', about: '', keys: null } as const;
const DEEDS: readonly PaletteEntry[] = [
  { ...DEED, kind: 'payment', label: 'Record a payment', href: '/payments/new' },
  { ...DEED, kind: 'new', label: 'New invoice', href: '/invoices/new' },
  { ...DEED, kind: 'customer', label: 'New customer', href: '/customers/new' },
  { ...DEED, kind: 'new', label: 'Import a file', href: '/import' },
];

/** What can always be done and where one can always go, as far as the text allows: all of it before anything is typed. */
export function standingEntries(
  text: string,
  places: readonly PalettePlace[],
  mayWrite: boolean,
): PaletteEntry[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  const goTo = places.map(
    ({ key, label, href }) =>
      ({ group: 'Go to', kind: 'report', label, about: '', href, keys: key ? ['g', key] : null }) as const,
  );
  return [...(mayWrite ? DEEDS : []), ...goTo].filter(({ label }) =>
    words.every((word) => label.toLowerCase().includes(word)),
  );
}
