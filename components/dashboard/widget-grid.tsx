import type { ReactNode } from 'react';
import type { PlacedWidget, WidgetId } from '@/lib/domain/dashboard-layout';
import { rowsOf } from '@/lib/domain/dashboard-rows';

interface WidgetGridProps {
  readonly layout: readonly PlacedWidget[];
  readonly widgetOf: (id: WidgetId) => ReactNode;
}

/** The widgets of a dashboard in their rows. */
export function WidgetGrid({ layout, widgetOf }: WidgetGridProps) {
  return (
    <div className="widgets flex-1 bg-card-2 p-5 max-md:p-3">
      <div className="widget-grid">
        {rowsOf(layout)
          .flat()
          .map(({ id, size, columns }) => (
            <div
              key={id}
              data-size={size}
              data-widget={id}
              className="panel"
              style={{ ...spanOf(columns), ...highOnPhone(id) }}
            >
              {widgetOf(id)}
            </div>
          ))}
      </div>
    </div>
  );
}

/** How high each widget is on a phone, where a line is as high as a finger; those that are not named are as high as elsewhere. */
const HIGH_ON_PHONE: Readonly<Partial<Record<WidgetId, number>>> = {
  aging: 412,
  'largest-balances': 424,
  'payment-days': 384,
  'customer-health': 360,
  slipping: 332,
  promises: 372,
  disputes: 332,
  'aging-by-owner': 372,
};

function highOnPhone(id: WidgetId): Record<`--${string}`, string> {
  return { '--high-on-phone': `${HIGH_ON_PHONE[id] ?? 292}px` };
}

/** The columns that a widget takes, for the style sheet. */
export function spanOf(columns: number): Record<`--${string}`, number> {
  return { '--columns': columns };
}
