import type { SyncRunRow } from '@/db/queries/sync-runs';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatInstant, formatMoney } from '@/lib/format';
import { resultWords } from '@/lib/sources/run-words';

interface RunLogProps {
  readonly run: SyncRunRow;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** What a run met, line by line: what stopped it, what it did, what both books said at its end. */
export function RunLog({ run: { problem, counts, totals, log, kind }, timeZone, today }: RunLogProps) {
  return (
    <div className="flex max-w-[76ch] flex-col gap-2 py-1">
      {problem !== null && <p className="font-medium">{problem}</p>}
      {counts && (
        <p className="text-muted-foreground">
          {kind === 'full' ? 'Everything was read' : 'What changed was read'}:{' '}
          {formatCount(counts.read ?? 0, 'row')}, {formatCount(counts.changed ?? 0)} new or changed,{' '}
          {formatCount(counts.gone ?? 0)} gone, {formatCount(counts.setAside ?? 0)} set aside.{' '}
          {resultWords(counts)}.
        </p>
      )}
      {totals?.map(({ currency, sourceMinor, oursMinor }) => (
        <p key={currency} className="fig text-muted-foreground">
          {currency}: there {formatMoney(sourceMinor, currency)}, here {formatMoney(oursMinor, currency)}
        </p>
      ))}
      {log && log.length > 0 && (
        <ul className="text-meta text-muted-foreground">
          {log.map(({ at, text }) => (
            <li key={`${at} ${text}`}>
              <span className="fig">{formatInstant(new Date(at), timeZone, today)}</span> {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
