import type { PortalCredit } from '@/db/queries/portal-documents';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { formatDay, formatMoney } from '@/lib/format';

interface SettledByProps {
  readonly credits: readonly PortalCredit[];
  readonly currency: string;
  readonly today: PlainDate;
}

/** The payments and credits that settled a document, oldest first. Draws nothing when there are none. */
export function SettledBy({ credits, currency, today }: SettledByProps) {
  if (credits.length === 0) return null;
  return (
    <section aria-labelledby="settled" className="mt-8 print:hidden">
      <h2 id="settled" className="border-b border-border px-4 pb-2 text-section md:px-0">
        What was paid
      </h2>
      <ul>
        {credits.map(({ allocationId, kind, number, method, effectiveOn, amountMinor }) => (
          <li
            key={allocationId}
            className="flex min-h-14 items-center gap-3 border-b border-border px-4 py-2 md:px-0"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">
                {KIND_NAMES[kind]} {kind === 'payment' ? (method ?? '') : number}
              </span>
              <span className="block text-body text-muted-foreground">
                {formatDay(effectiveOn, { today })}
              </span>
            </span>
            <span className="fig font-medium">{formatMoney(amountMinor, currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
