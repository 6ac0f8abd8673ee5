'use client';

/** What is said of the point that is looked at. */
export interface ChartTip {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

interface ChartTooltipProps {
  readonly points: readonly { readonly tip: ChartTip }[];
  /** Given by the chart: the index of the point that is looked at. */
  readonly label?: string | number;
  readonly active?: boolean;
}

/** The box beside the point that is looked at; draws nothing without one. */
export function ChartTooltip({ points, label, active = false }: ChartTooltipProps) {
  const tip = points[Number(label)]?.tip;
  if (!active || !tip) return null;
  return (
    <div className="rounded-menu border border-border bg-popover px-3 py-2 text-meta shadow-pop">
      <p className="font-medium">{tip.title}</p>
      <dl className="fig mt-1 grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {tip.lines.map((line) => (
          <div key={line.label} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted-foreground">{line.label}</dt>
            <dd className="text-right">{line.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
