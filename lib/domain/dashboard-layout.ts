/** The widgets there are, in the order in which they are offered. */
const WIDGETS = [
  'figures',
  'aging',
  'cash-expected',
  'largest-balances',
  'payment-days',
  'customer-health',
  'dso',
  'cei',
  'promises',
  'disputes',
  'aging-by-owner',
  'sync-health',
  'provision',
] as const;

type WidgetId = (typeof WIDGETS)[number];

/** How wide a widget is: about a third, a half, or the whole of the page. */
type WidgetSize = 'S' | 'M' | 'L';

/** A widget on a dashboard; the order of the list is the order on the page. */
export interface PlacedWidget {
  readonly id: WidgetId;
  readonly size: WidgetSize;
}
