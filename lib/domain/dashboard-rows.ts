import type { PlacedWidget, WidgetId, WidgetSize } from './dashboard-layout';

/** Columns of the page. */
const COLUMNS = 12;

/** Fewest and most columns of each size. */
const SPANS: Readonly<Record<WidgetSize, { readonly least: number; readonly most: number }>> = {
  S: { least: 3, most: 4 },
  M: { least: 5, most: 6 },
  L: { least: 7, most: COLUMNS },
};

/** A widget in its row, with the columns of twelve that it takes. */
export interface SpannedWidget extends PlacedWidget {
  readonly columns: number;
}

/** Where a widget stands: its row, and which of how many it is there, all counted from 1. */
export interface WidgetPosition {
  readonly row: number;
  readonly position: number;
  readonly of: number;
}

/**
 * The rows of a layout: in order, each as full as the least columns of its widgets allow. What is left of a row goes to the
 * widgets that may be wider, the widest first, a column at a time.
 */
export function rowsOf(layout: readonly PlacedWidget[]): readonly (readonly SpannedWidget[])[] {
  const rows: SpannedWidget[][] = [];
  for (const widget of layout) {
    const columns = leastColumns(widget);
    const row = rows.at(-1);
    if (row && widthOf(row) + columns <= COLUMNS) row.push({ ...widget, columns });
    else rows.push([{ ...widget, columns }]);
  }
  return rows.map(widened);
}

/** Where a widget stands in the rows of its layout; null when it is not there. */
export function positionOf(layout: readonly PlacedWidget[], id: WidgetId): WidgetPosition | null {
  for (const [row, widgets] of rowsOf(layout).entries()) {
    const index = widgets.findIndex((widget) => widget.id === id);
    if (index >= 0) return { row: row + 1, position: index + 1, of: widgets.length };
  }
  return null;
}

/** The strip of key figures stands side by side only over the whole page. */
function leastColumns({ id, size }: PlacedWidget): number {
  return id === 'figures' && size === 'L' ? COLUMNS : SPANS[size].least;
}

function widthOf(row: readonly SpannedWidget[]): number {
  return row.reduce((sum, { columns }) => sum + columns, 0);
}

function widened(row: readonly SpannedWidget[]): readonly SpannedWidget[] {
  const growable = row.filter(({ size, columns }) => columns < SPANS[size].most);
  const most = Math.max(...growable.map(({ size }) => SPANS[size].most));
  // Those of one size grow in turn, so that they stay alike.
  const next = growable.filter(({ size }) => SPANS[size].most === most).toSorted(byColumns)[0];
  if (!next || widthOf(row) >= COLUMNS) return row;
  return widened(
    row.map((widget) => (widget === next ? { ...widget, columns: widget.columns + 1 } : widget)),
  );
}

function byColumns(a: SpannedWidget, b: SpannedWidget): number {
  return a.columns - b.columns;
}
