import type { KeyFigure } from '@/lib/domain/key-figures';

interface ChangeProps {
  readonly figure: KeyFigure<number | null>;
  /** Writes how much it went up or down, which is never below 0. */
  readonly write: (size: number) => string;
}

/** How a figure went since the month before: up or down, and whether that is good, where one way is. */
export function Change({ figure: { now, before, better }, write }: ChangeProps) {
  if (now === null || before === null) return <span>no month before</span>;
  const change = now - before;
  const size = write(Math.abs(change));
  if (size === write(0)) return <span>unchanged</span>;
  const isUp = change > 0;
  const isGood = better !== null && isUp === (better === 'higher');
  return (
    <span
      className={`fig whitespace-nowrap ${better === null ? '' : isGood ? 'font-medium text-positive' : 'font-medium text-destructive'}`}
    >
      <span aria-hidden>{isUp ? '▲' : '▼'}</span>
      <span className="sr-only">{isUp ? 'up' : 'down'}</span> {size}
    </span>
  );
}
