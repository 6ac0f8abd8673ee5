import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWidget,
  changeCount,
  DEFAULT_LAYOUT,
  moveWidget,
  type PlacedWidget,
  readLayout,
  removeWidget,
  resizeWidget,
  SIZES,
  type WidgetId,
} from '@/lib/domain/dashboard-layout';
import { positionOf, rowsOf } from '@/lib/domain/dashboard-rows';
import { holds } from './holds';

const IDS = ['aging', 'dso', 'cei', 'figures', 'promises', 'disputes', 'provision', 'sync-health'] as const;
const anyId = fc.constantFrom<WidgetId>(...IDS);
const anySize = fc.constantFrom(...SIZES);
const anyLayout: fc.Arbitrary<PlacedWidget[]> = fc.uniqueArray(fc.record({ id: anyId, size: anySize }), {
  selector: ({ id }) => id,
  maxLength: IDS.length,
});
const idsOf = (layout: readonly PlacedWidget[]) => layout.map(({ id }) => id);

describe('a layout that was stored or sent', () => {
  holds('is read back as it was written', [anyLayout], (layout) => {
    const read = readLayout(JSON.parse(JSON.stringify(layout)));
    return JSON.stringify(read) === JSON.stringify(layout);
  });

  test.each([
    ['no list', { id: 'aging', size: 'M' }],
    ['an unknown widget', [{ id: 'weather', size: 'M' }]],
    ['an unknown size', [{ id: 'aging', size: 'XL' }]],
    [
      'the same widget twice',
      [
        { id: 'aging', size: 'M' },
        { id: 'aging', size: 'S' },
      ],
    ],
    ['nothing', [null]],
  ])('is refused when it is %s', (_, value) => {
    expect(readLayout(value)).toBeNull();
  });

  test('says no more of a widget than its name and size', () => {
    expect(readLayout([{ id: 'dso', size: 'S', columns: 99 }])).toEqual([{ id: 'dso', size: 'S' }]);
  });
});

describe('changing a layout', () => {
  test('a widget goes where it is sent, and the others keep their order', () => {
    const layout = DEFAULT_LAYOUT.slice(0, 4);
    expect(idsOf(moveWidget(layout, 'largest-balances', 1))).toEqual([
      'figures',
      'largest-balances',
      'aging',
      'cash-expected',
    ]);
  });

  holds(
    'moving never adds or loses a widget, and the moved one stands where it was sent, or at the end',
    [anyLayout, anyId, fc.integer({ min: -3, max: 12 })],
    (layout, id, to) => {
      const moved = moveWidget(layout, id, to);
      const isThere = layout.some((widget) => widget.id === id);
      const place = Math.min(Math.max(0, to), layout.length - 1);
      const others = idsOf(removeWidget(layout, id)).join();
      return (
        moved.length === layout.length &&
        idsOf(removeWidget(moved, id)).join() === others &&
        (!isThere || moved[place]?.id === id)
      );
    },
  );

  holds('adding puts a widget at the end, once', [anyLayout, anyId], (layout, id) => {
    const added = addWidget(layout, id);
    const isThere = layout.some((widget) => widget.id === id);
    return addWidget(added, id) === added && (isThere ? added === layout : added.at(-1)?.id === id);
  });

  holds('resizing changes that size and nothing else', [anyLayout, anyId, anySize], (layout, id, size) => {
    const resized = resizeWidget(layout, id, size);
    return resized.every((widget, i) =>
      widget.id === id ? widget.size === size : widget === layout[i] && idsOf(resized)[i] === layout[i]?.id,
    );
  });
});

describe('the number of changes', () => {
  holds('is 0 only for the same layout', [anyLayout, anyLayout], (before, after) => {
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    return (changeCount(before, after) === 0) === isSame;
  });

  holds(
    'is one for one move, however far, one for a size, and one for a widget less',
    [anyLayout.filter((layout) => layout.length > 0), fc.nat(), fc.nat(), anySize],
    (layout, from, to, size) => {
      const { id, size: was } = layout[from % layout.length] ?? { id: 'aging', size: 'M' };
      const moved = moveWidget(layout, id, to % layout.length);
      return (
        changeCount(layout, moved) <= 1 &&
        changeCount(layout, resizeWidget(layout, id, size)) === (was === size ? 0 : 1) &&
        changeCount(layout, removeWidget(layout, id)) === 1
      );
    },
  );

  test('two moves, a size and a new widget are four', () => {
    const before = DEFAULT_LAYOUT.slice(0, 5);
    const moved = moveWidget(moveWidget(before, 'payment-days', 0), 'figures', 4);
    expect(changeCount(before, addWidget(resizeWidget(moved, 'aging', 'L'), 'dso'))).toBe(4);
  });
});

describe('the rows of a layout', () => {
  const ORDINARY = IDS.filter((id) => id !== 'figures');
  const columns = (...sizes: PlacedWidget['size'][]) =>
    rowsOf(sizes.map((size, i) => ({ id: ORDINARY[i] ?? 'aging', size }))).map((row) =>
      row.map((widget) => widget.columns),
    );

  test('are as in the drawings: 5 and 7, 6 and 3 and 3, halves, thirds, and a whole', () => {
    expect(columns('M', 'L')).toEqual([[5, 7]]);
    expect(columns('M', 'S', 'S')).toEqual([[6, 3, 3]]);
    expect(columns('M', 'M')).toEqual([[6, 6]]);
    expect(columns('S', 'S', 'S')).toEqual([[4, 4, 4]]);
    expect(columns('L', 'L')).toEqual([[12], [12]]);
    expect(columns('S', 'L')).toEqual([[3, 9]]);
  });

  holds('keep the order, and no row is wider than the page', [anyLayout], (layout) => {
    const rows = rowsOf(layout);
    const limits = { S: [3, 4], M: [5, 6], L: [7, 12] } as const;
    return (
      idsOf(rows.flat()).join() === idsOf(layout).join() &&
      rows.every((row) => row.reduce((sum, widget) => sum + widget.columns, 0) <= 12) &&
      rows.flat().every(({ size, columns: n }) => n >= limits[size][0] && n <= limits[size][1])
    );
  });

  holds('widgets of one size in one row differ by a column at most', [anyLayout], (layout) =>
    rowsOf(layout).every((row) =>
      row.every((a) => row.every((b) => a.size !== b.size || Math.abs(a.columns - b.columns) <= 1)),
    ),
  );

  test('a widget knows its row and its place there', () => {
    expect(positionOf(DEFAULT_LAYOUT, 'cash-expected')).toEqual({ row: 2, position: 2, of: 2 });
    expect(positionOf(DEFAULT_LAYOUT, 'provision')).toBeNull();
  });
});
