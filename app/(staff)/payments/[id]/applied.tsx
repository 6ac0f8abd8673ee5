import { AppliedTable } from '@/components/invoices/applied-table';
import { ButtonLink } from '@/components/ui/button';
import type { DocumentDetail } from '@/db/queries/documents';
import type { PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { UndoAllocation } from '../../_allocations/undo-allocation';

interface AppliedProps {
  readonly document: DocumentDetail;
  readonly today: PlainDate;
  readonly mayWrite: boolean;
}

/** What a payment was applied to, each with the ways to move it and to take it back; and what nothing has taken yet. */
export function Applied({ document, today, mayWrite }: AppliedProps) {
  const { documentId, currency, allocations, openMinor } = document;
  const path = route(`/payments/${documentId}`);
  const money = (minor: number) => formatMoney(toMinor(Math.abs(minor)), currency);
  return (
    <section className="panel relative overflow-x-auto">
      {allocations.length > 0 ? (
        <AppliedTable
          title="Applied to"
          allocations={allocations}
          currency={currency}
          today={today}
          renderUndo={
            mayWrite
              ? (each) => (
                  <span className="flex justify-end gap-1">
                    <ButtonLink
                      href={route(`${path}?move=${each.allocationId}`)}
                      scroll={false}
                      variant="ghost"
                      size="sm"
                      className="max-md:h-11"
                    >
                      Move…
                      <span className="sr-only">
                        {' '}
                        {money(each.amountMinor)} of {each.other.number}
                      </span>
                    </ButtonLink>
                    <UndoAllocation
                      allocationId={each.allocationId}
                      what={`${money(each.amountMinor)} to ${each.other.number}`}
                      requestId={uuid7()}
                    />
                  </span>
                )
              : null
          }
        />
      ) : (
        <p className="px-5 py-4 text-muted-foreground">Nothing has been applied yet.</p>
      )}
      {openMinor < 0 && (
        <div className="flex flex-wrap items-center gap-3 border-t border-border bg-card-2 px-5 py-3">
          <span>
            <b className="fig font-medium">{money(openMinor)}</b> on the account, not applied to an invoice
            yet
          </span>
          {mayWrite && (
            <ButtonLink
              href={route(`${path}?apply=1`)}
              scroll={false}
              size="sm"
              className="ml-auto max-md:h-11"
            >
              Apply it
            </ButtonLink>
          )}
        </div>
      )}
    </section>
  );
}
