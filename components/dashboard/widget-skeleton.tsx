import type { WidgetId } from '@/lib/domain/dashboard-layout';

const LINES = [64, 48, 72, 40];
/** As many as the key figures are. */
const FIGURES = ['owed', 'late', 'dso', 'cei', 'promised'];

/** A widget that is being read, as large as it will be. */
export function WidgetSkeleton({ id, title }: { readonly id: WidgetId; readonly title: string }) {
  if (id === 'figures') return <FiguresSkeleton title={title} />;
  return (
    <section aria-busy aria-label={`${title}, loading`} className="h-full overflow-hidden px-4 py-3">
      <h2 className="text-body in-data-arranging:hidden">{title}</h2>
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

function FiguresSkeleton({ title }: { readonly title: string }) {
  return (
    <section aria-busy aria-label={`${title}, loading`}>
      <h2 className="sr-only in-data-arranging:hidden">{title}</h2>
      <span aria-hidden className="figure-strip">
        {FIGURES.map((figure) => (
          <span key={figure} className="flex flex-col gap-3 px-4 py-4">
            <span className="h-3 w-24 rounded-[3px] bg-muted" />
            <span className="h-6 w-32 rounded-[3px] bg-muted" />
          </span>
        ))}
      </span>
    </section>
  );
}
