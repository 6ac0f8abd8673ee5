import type { Place } from '@/components/shortcuts';
import type { PaletteEntry } from '@/lib/palette';

const DEEDS: readonly PaletteEntry[] = [
  { group: 'Do', kind: 'payment', label: 'Record a payment', about: '', href: '/payments/new' },
  { group: 'Do', kind: 'new', label: 'New invoice', about: '', href: '/invoices/new' },
  { group: 'Do', kind: 'customer', label: 'New customer', about: '', href: '/customers/new' },
  { group: 'Do', kind: 'new', label: 'Import a file', about: '', href: '/import' },
];

/** What can always be done and where one can always go, as far as the text allows: all of it before anything is typed. */
export function standingEntries(
  text: string,
  places: readonly Omit<Place, 'key'>[],
  mayWrite: boolean,
): PaletteEntry[] {
  const words = text.trim().toLowerCase().split(/\s+/);
  const goTo = places.map(
    ({ label, href }) => ({ group: 'Go to', kind: 'report', label, about: '', href }) as const,
  );
  return [...(mayWrite ? DEEDS : []), ...goTo].filter(({ label }) =>
    words.every((word) => label.toLowerCase().includes(word)),
  );
}
