import type { WidgetId } from '@/lib/domain/dashboard-layout';

/** How high each widget will be, so that nothing moves when it comes. */
const HEIGHTS: Readonly<Record<WidgetId, string>> = {
  figures: 'h-[98px]',
  aging: 'h-[268px]',
  'cash-expected': 'h-[280px]',
  'largest-balances': 'h-[268px]',
  'payment-days': 'h-[268px]',
  'customer-health': 'h-[264px]',
  dso: 'h-[264px]',
  cei: 'h-[264px]',
  promises: 'h-[264px]',
  disputes: 'h-[264px]',
  'aging-by-owner': 'h-[264px]',
  'sync-health': 'h-[200px]',
  provision: 'h-[264px]',
};

const LINES = [64, 48, 72, 40];

/** A widget that is being read, as large as it will be. */
export function WidgetSkeleton({ id, title }: { readonly id: WidgetId; readonly title: string }) {
  return (
    <section
      aria-busy
      aria-label={`${title}, loading`}
      className={`overflow-hidden px-4 py-3 ${HEIGHTS[id]}`}
    >
      <h2 className={`text-body in-data-arranging:hidden ${id === 'figures' ? 'sr-only' : ''}`}>{title}</h2>
      <span aria-hidden className="mt-4 flex flex-col gap-5">
        {LINES.map((width) => (
          <span key={width} className="flex justify-between">
            <span className="h-3 rounded-[3px] bg-muted" style={{ width: `${width}%` }} />
            <span className="h-3 w-14 rounded-[3px] bg-muted" />
          </span>
        ))}
      </span>
    </section>
  );
}
