import { formatCount } from '@/lib/format';

/** The last runs as bars, oldest first: as high as they took long, red where one did not come to its end. */
export function RunBars({ bars }: { readonly bars: readonly { id: string; ms: number; isDone: boolean }[] }) {
  const longest = Math.max(1, ...bars.map(({ ms }) => ms));
  const done = bars.filter(({ isDone }) => isDone).length;
  return (
    <div>
      <div className="flex justify-between text-meta text-muted-foreground">
        <span>{bars.length === 1 ? 'The last run' : `Last ${formatCount(bars.length, 'run')}`}</span>
        <span className="fig">{((done / bars.length) * 100).toFixed(1).replace(/\.0$/, '')}% succeeded</span>
      </div>
      <div
        role="img"
        aria-label={`${formatCount(bars.length, 'run')}, ${done} succeeded`}
        className="mt-1.5 flex h-12 items-end gap-1"
      >
        {bars.map(({ id, ms, isDone }) => (
          <span
            key={id}
            className={`max-w-6 flex-1 rounded-[1.5px] ${isDone ? 'bg-positive opacity-55' : 'bg-destructive'}`}
            style={{ height: `${Math.max(20, (ms / longest) * 100)}%` }}
          />
        ))}
      </div>
    </div>
  );
}
