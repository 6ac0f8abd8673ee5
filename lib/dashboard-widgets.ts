import type { PlacedWidget, WidgetId } from './domain/dashboard-layout';
import { positionOf } from './domain/dashboard-rows';

/** What each widget is called, on screen and on paper. */
export const WIDGET_TITLES: Readonly<Record<WidgetId, string>> = {
  figures: 'Key figures',
  aging: 'Aging',
  'cash-expected': 'Cash expected',
  'largest-balances': 'Largest balances',
  'payment-days': 'When invoices get paid',
  'customer-health': 'Customer health',
  slipping: 'Early warnings',
  dso: 'DSO',
  cei: 'Collection effectiveness',
  promises: 'Promises',
  disputes: 'Disputes',
  'aging-by-owner': 'Aging by owner',
  'sync-health': 'Sync health',
  provision: 'Bad-debt provision',
};

/** "row 1, position 2 of 2": where a widget stands; nothing when it is not there. */
export function positionWords(layout: readonly PlacedWidget[], id: WidgetId): string {
  const at = positionOf(layout, id);
  return at ? `row ${at.row}, position ${at.position} of ${at.of}` : '';
}

/** A name of its own among others: itself, or with the first number from 2 that nobody has. */
export function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted;
  const numbers = taken.map((_, i) => `${wanted} ${i + 2}`);
  return numbers.find((name) => !taken.includes(name)) ?? `${wanted} ${taken.length + 2}`;
}
