/** The widgets there are, in the order in which they are offered. */
export const WIDGETS = [
  'figures',
  'aging',
  'cash-expected',
  'largest-balances',
  'payment-days',
  'customer-health',
  'slipping',
  'dso',
  'cei',
  'promises',
  'disputes',
  'aging-by-owner',
  'sync-health',
  'provision',
] as const;

/** The name of a widget in layouts and addresses. */
export type WidgetId = (typeof WIDGETS)[number];

/** The sizes of a widget, from narrow to wide. */
export const SIZES = ['S', 'M', 'L'] as const;

/** How wide a widget is: about a third, a half, or the whole of the page. */
export type WidgetSize = (typeof SIZES)[number];

/** A widget on a dashboard; the order of the list is the order on the page. */
export interface PlacedWidget {
  readonly id: WidgetId;
  readonly size: WidgetSize;
}

/** What a dashboard shows until somebody arranges it. */
export const DEFAULT_LAYOUT: readonly PlacedWidget[] = [
  { id: 'figures', size: 'L' },
  { id: 'aging', size: 'M' },
  { id: 'cash-expected', size: 'L' },
  { id: 'largest-balances', size: 'M' },
  { id: 'payment-days', size: 'L' },
  { id: 'customer-health', size: 'M' },
  { id: 'dso', size: 'S' },
  { id: 'cei', size: 'S' },
];

/** The size that a widget has when it is put on a dashboard. */
function usualSize(id: WidgetId): WidgetSize {
  return DEFAULT_LAYOUT.find((widget) => widget.id === id)?.size ?? 'M';
}

/** A layout as it was stored or sent; null when it is none: an unknown or repeated widget, an unknown size, no list. */
export function readLayout(value: unknown): PlacedWidget[] | null {
  if (!Array.isArray(value)) return null;
  const layout: PlacedWidget[] = [];
  for (const each of value as unknown[]) {
    const placed = readPlaced(each);
    if (!placed || layout.some(({ id }) => id === placed.id)) return null;
    layout.push(placed);
  }
  return layout;
}

/** The layout with a widget at another place, counted from 0; a place beyond the ends is the end. */
export function moveWidget(
  layout: readonly PlacedWidget[],
  id: WidgetId,
  to: number,
): readonly PlacedWidget[] {
  const moved = layout.find((widget) => widget.id === id);
  if (!moved) return layout;
  return layout.filter((widget) => widget !== moved).toSpliced(Math.max(0, to), 0, moved);
}

/** The layout with a widget in another size. */
export function resizeWidget(
  layout: readonly PlacedWidget[],
  id: WidgetId,
  size: WidgetSize,
): readonly PlacedWidget[] {
  return layout.map((widget) => (widget.id === id ? { id, size } : widget));
}

/** The layout without a widget. */
export function removeWidget(layout: readonly PlacedWidget[], id: WidgetId): readonly PlacedWidget[] {
  return layout.filter((widget) => widget.id !== id);
}

/** The layout with a widget after all others; itself when it is there already. */
export function addWidget(layout: readonly PlacedWidget[], id: WidgetId): readonly PlacedWidget[] {
  if (layout.some((widget) => widget.id === id)) return layout;
  return [...layout, { id, size: usualSize(id) }];
}

/**
 * How many single changes lead from one layout to another: widgets added, removed and resized, and the fewest that have to be
 * moved for the others to stand in order.
 */
export function changeCount(before: readonly PlacedWidget[], after: readonly PlacedWidget[]): number {
  const sizes = new Map(before.map(({ id, size }) => [id, size]));
  const kept = after.filter(({ id }) => sizes.has(id));
  const places = kept.map(({ id }) => before.findIndex((widget) => widget.id === id));
  const resized = kept.filter(({ id, size }) => sizes.get(id) !== size).length;
  const removed = before.length - kept.length;
  const added = after.length - kept.length;
  return added + removed + resized + (kept.length - longestRise(places));
}

function readPlaced(value: unknown): PlacedWidget | null {
  if (typeof value !== 'object' || value === null || !('id' in value && 'size' in value)) return null;
  const id = WIDGETS.find((each) => each === value.id);
  const size = SIZES.find((each) => each === value.size);
  return id && size ? { id, size } : null;
}

/** The length of the longest rising selection of a list. */
function longestRise(list: readonly number[]): number {
  const lengths: number[] = [];
  for (const [i, value] of list.entries())
    lengths.push(1 + Math.max(0, ...lengths.filter((_, j) => (list[j] ?? value) < value && j < i)));
  return Math.max(0, ...lengths);
}
