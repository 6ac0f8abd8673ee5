'use client';
import type { InvoiceHead } from '@/components/invoices/invoice-fields';
import { Paper } from '@/components/invoices/paper';
import type { PlainDate } from '@/lib/domain/dates';
import type { DraftTotals } from '@/lib/domain/invoice-draft';

interface PreviewProps {
  readonly seller: string;
  readonly head: InvoiceHead;
  readonly address: string | null;
  readonly dueOn: PlainDate | null;
  readonly totals: DraftTotals;
  readonly currency: string;
}

/** What the customer will see, as it is written. Shown where there is room beside the form. */
export function Preview({ seller, head, address, dueOn, totals, currency }: PreviewProps) {
  const { priced, netMinor, taxMinor, totalMinor } = totals;
  return (
    <aside
      aria-label="Preview"
      className="flex w-[470px] shrink-0 flex-col gap-3 border-l border-border bg-background px-6 py-6 max-[1400px]:hidden [&>article]:px-7"
    >
      <p className="text-meta text-muted-foreground">What the customer will see</p>
      <Paper
        content={{
          seller,
          title: 'Invoice',
          number: head.number.trim() || 'next number',
          customer: head.customer?.name ?? '–',
          address,
          issuedOn: head.issuedOn,
          due: dueOn ? [{ dueOn, amountMinor: totalMinor }] : [],
          lines: [...priced].map(([key, line]) => ({ ...line, key })),
          netMinor,
          taxMinor,
          totalMinor,
          currency,
          totalLabel: 'Amount due',
        }}
      />
    </aside>
  );
}
