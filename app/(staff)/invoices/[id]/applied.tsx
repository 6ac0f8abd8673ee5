import { AppliedTable } from '@/components/invoices/applied-table';
import type { DocumentDetail } from '@/db/queries/documents';
import type { PlainDate } from '@/lib/domain/dates';
import { formatMoney } from '@/lib/format';
import { uuid7 } from '@/lib/uuid';
import { UndoAllocation } from '../../_allocations/undo-allocation';

interface AppliedProps {
  readonly document: DocumentDetail;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
}

/** Below the paper: what settled a document, or what it was applied to, each to be undone. */
export function Applied({ document, today, mayWrite }: AppliedProps) {
  const { amountMinor, allocations, currency } = document;
  return (
    <div className="panel relative w-full max-w-[620px] overflow-x-auto print:hidden">
      <AppliedTable
        title={amountMinor > 0 ? 'Settled by' : 'Applied to'}
        allocations={allocations}
        currency={currency}
        today={today}
        renderUndo={
          mayWrite
            ? ({ allocationId, amountMinor: applied, other }) => (
                <UndoAllocation
                  allocationId={allocationId}
                  what={`${formatMoney(applied, currency)} of ${other.number}`}
                  requestId={uuid7()}
                />
              )
            : null
        }
      />
    </div>
  );
}
