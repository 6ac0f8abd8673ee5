const ROWS = [72, 58, 64, 50, 60];

/** A part of home that is being read, under its title and about as tall as it will be. */
export function TodaySkeleton({ title }: { readonly title: string }) {
  return (
    <section aria-busy aria-label={`${title}, loading`} className="min-h-[440px]">
      <h3 className="mb-2 text-section">{title}</h3>
      <span aria-hidden className="flex flex-col">
        {ROWS.map((width) => (
          <span
            key={width}
            className="flex items-center gap-4 border-b border-border py-[22px] last:border-0"
          >
            <span className="size-7 shrink-0 rounded-full bg-muted" />
            <span className="h-3 rounded-[3px] bg-muted" style={{ width: `${width}%` }} />
          </span>
        ))}
      </span>
    </section>
  );
}
