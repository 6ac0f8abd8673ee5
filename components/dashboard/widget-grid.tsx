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
            <div key={id} data-size={size} className="panel" style={spanOf(columns)}>
              {widgetOf(id)}
            </div>
          ))}
      </div>
    </div>
  );
}

/** The columns that a widget takes, for the style sheet. */
export function spanOf(columns: number): Record<`--${string}`, number> {
  return { '--columns': columns };
}
