import type { DeedEntry, DocumentEntry, TimelineEntry } from '@/db/queries/customer-timeline';
import { textOf } from '@/lib/activity-fields';
import { activityWords, verbName } from '@/lib/activity-words';
import { KIND_NAMES } from '@/lib/domain/documents';
import { toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

/** An entry of the timeline in words. */
export interface TimelineWords {
  readonly title: string;
  /** What stands below the title; null for nothing. */
  readonly detail: string | null;
}

/** "$1,150.00 received by ACH", "Invoice INV-20399, $12,480.00", "Payment PMT-00012 reversed", "Applied $500.00 from PMT-00012". */
export function timelineWords(entry: TimelineEntry): TimelineWords {
  return entry.type === 'document' ? documentWords(entry) : deedWords(entry);
}

function documentWords(entry: DocumentEntry): TimelineWords {
  const { kind, number, amountMinor, currency, reason, method, reference, reverses } = entry;
  const amount = formatMoney(toMinor(Math.abs(amountMinor)), currency);
  if (reverses) {
    const verb = reverses.kind === 'invoice' ? 'voided' : 'reversed';
    return { title: `${KIND_NAMES[reverses.kind]} ${reverses.number} ${verb}, ${amount}`, detail: reason };
  }
  if (kind === 'payment') {
    const by = method ? ` by ${method}` : '';
    return { title: `${amount} received${by}`, detail: [number, reference].filter(Boolean).join(', ') };
  }
  return { title: `${KIND_NAMES[kind]} ${number}, ${amount}`, detail: reason };
}

function deedWords(entry: DeedEntry): TimelineWords {
  // What was done to the customer itself needs no object: the page is about it.
  if (entry.verb.startsWith('customer_') && !entry.verb.startsWith('customer_merge'))
    return { title: verbName(entry.verb), detail: null };
  const note = entry.verb === 'note_written' ? textOf(entry.after, 'text') : null;
  if (note !== null) return { title: 'Note', detail: note };
  const words = activityWords({ ...entry, actorName: entry.actorName ?? '', customer: null });
  const text = words.map((word) => (typeof word === 'string' ? word : word.text)).join('');
  return { title: text.slice(0, 1).toUpperCase() + text.slice(1), detail: null };
}
