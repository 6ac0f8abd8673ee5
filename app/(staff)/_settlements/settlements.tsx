import { RecoverForm } from '@/components/payments/recover-form';
import { SettleForm } from '@/components/payments/settle-form';
import type { SettleKind } from '@/components/payments/settle-words';
import type { DocumentDetail } from '@/db/queries/documents';
import type { PlainDate } from '@/lib/domain/dates';
import { DEBIT_KINDS } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { WriteOffLimit } from '@/lib/domain/write-off-limit';
import { formatMoney } from '@/lib/format';
import { uuid7 } from '@/lib/uuid';
import { credit, discount, recover, refund, undoRecovered, undoSettlement, writeOff } from './actions';

interface SettlementsProps {
  readonly document: DocumentDetail;
  readonly limit: WriteOffLimit;
  readonly today: PlainDate;
}

const POST = {
  write_off: writeOff,
  credit_write_off: writeOff,
  credit_memo: credit,
  discount,
  refund,
} as const;

/** What can be posted about a document, as far as it stands: write off, credit, discount; refund; recover. Draws nothing otherwise. */
export function Settlements({ document, limit, today }: SettlementsProps) {
  const { documentId, number, currency } = document;
  const ways = waysOf(document);
  const canRecover = document.status !== 'void' && isWriteOff(document);
  if (ways.length === 0 && !canRecover) return null;
  return (
    <section aria-label="Settle it" className="flex flex-wrap gap-2 border-t border-border pt-4">
      {ways.map(({ kind, amountMinor }) => (
        <SettleForm
          key={kind}
          kind={kind}
          documentId={documentId}
          number={number}
          currency={currency}
          amountMinor={amountMinor}
          hint={kind.endsWith('write_off') ? limitWords(limit) : null}
          today={today}
          requestId={uuid7()}
          post={POST[kind]}
          undo={undoSettlement}
        />
      ))}
      {canRecover && (
        <RecoverForm
          documentId={documentId}
          number={number}
          currency={currency}
          amountMinor={size(document.amountMinor)}
          today={today}
          requestId={uuid7()}
          recover={recover}
          undo={undoRecovered}
        />
      )}
    </section>
  );
}

interface Way {
  readonly kind: SettleKind;
  readonly amountMinor: Minor;
}

function waysOf({ kind, status, openMinor, amountMinor }: DocumentDetail): Way[] {
  if (status === 'void') return [];
  const open = size(openMinor);
  const isDebit = (DEBIT_KINDS as readonly string[]).includes(kind);
  if (isDebit && kind !== 'refund' && kind !== 'credit_write_off')
    return [
      { kind: 'credit_memo' as const, amountMinor: open > 0 ? open : size(amountMinor) },
      ...(open > 0
        ? [
            { kind: 'discount' as const, amountMinor: open },
            { kind: 'write_off' as const, amountMinor: open },
          ]
        : []),
    ];
  if ((kind === 'payment' || kind === 'credit_memo') && open > 0)
    return [
      { kind: 'refund', amountMinor: open },
      { kind: 'credit_write_off', amountMinor: open },
    ];
  return [];
}

function isWriteOff({ kind }: DocumentDetail): boolean {
  return kind === 'write_off' || kind === 'credit_write_off';
}

function limitWords({ writeOffLimitMinor, currency }: WriteOffLimit): string | null {
  return writeOffLimitMinor === null
    ? null
    : `At most ${formatMoney(writeOffLimitMinor, currency)} may be written off at once`;
}

function size(amount: Minor): Minor {
  return toMinor(Math.abs(amount));
}
