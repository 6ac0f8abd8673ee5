import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import type { DeskLine, LineDecision } from '@/db/queries/bank-lines';
import { formatDay, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';

/** What was decided about a line. */
export function DecidedCell({ line: { decisions, currency } }: { readonly line: DeskLine }) {
  return (
    <ul className="flex flex-col gap-1">
      {decisions.map((decision) => (
        <li key={decision.documentId ?? decision.batchId} className="flex flex-wrap items-center gap-x-2">
          <Badge tone={decision.kind === 'payment' || decision.kind === 'same' ? 'positive' : 'neutral'}>
            {WORDS[decision.kind]}
          </Badge>
          <span className="whitespace-normal">
            <About decision={decision} currency={currency} isSplit={decisions.length > 1} />
          </span>
          {decision.isReversed && decision.kind !== 'returned' && <Badge tone="bad">Reversed since</Badge>}
        </li>
      ))}
    </ul>
  );
}

const WORDS: Readonly<Record<LineDecision['kind'], string>> = {
  payment: 'Booked',
  same: 'Booked before',
  returned: 'Returned',
  ignored: 'Set aside',
};

interface AboutProps {
  readonly decision: LineDecision;
  readonly currency: string;
  readonly isSplit: boolean;
}

function About({ decision, currency, isSplit }: AboutProps) {
  const { documentId, number, customer, reason, amountMinor } = decision;
  if (!documentId) return <span className="text-muted-foreground">{reason}</span>;
  return (
    <>
      <Link href={route(`/payments/${documentId}`)} className="link fig">
        {number}
      </Link>{' '}
      {customer}
      {isSplit && <span className="fig text-muted-foreground">, {formatMoney(amountMinor, currency)}</span>}
    </>
  );
}

/** That a line came before, and what became of it then. */
export function RepeatCell({ repeats }: { readonly repeats: NonNullable<DeskLine['repeats']> }) {
  const { statementId, fileName, number, receivedOn } = repeats;
  return (
    <div>
      <Badge>Seen before</Badge>{' '}
      <span className="whitespace-normal text-muted-foreground">
        {number && receivedOn
          ? `Already booked on ${formatDay(receivedOn)} as ${number}, from `
          : 'The same line stands in '}
        <Link href={route(`/receipts/${statementId}?show=all`)} className="link">
          {fileName}
        </Link>
        .
      </span>
    </div>
  );
}
