'use client';
import { Paper } from '@/components/invoices/paper';
import type { CustomerOption } from '@/db/queries/customers';
import type { Letterhead } from '@/db/queries/letterhead';
import type { DraftTotals } from '@/lib/domain/invoice-draft';
import type { Instalment } from '@/lib/domain/payment-terms';
import type { WrittenInvoice } from '@/lib/written-invoice';

interface PreviewProps {
  readonly head: Pick<Letterhead, 'seller' | 'address' | 'payTo' | 'logo'>;
  readonly written: WrittenInvoice;
  readonly customer: CustomerOption | null;
  readonly address: string | null;
  /** Null while a day, an amount or the total is missing. */
  readonly instalments: readonly Instalment[] | null;
  readonly totals: DraftTotals;
  /** Those that lines may be for. */
  readonly beneficiaries: readonly { readonly id: string; readonly name: string }[];
  readonly nextNumber: string;
}

/** What the customer will see, as it is written. Shown where there is room beside the form. */
export function Preview({
  head,
  written,
  customer,
  address,
  instalments,
  totals,
  beneficiaries,
  nextNumber,
}: PreviewProps) {
  const { priced, netMinor, taxMinor, totalMinor } = totals;
  const nameOf = (key: string) => {
    const id = written.lines.find((line) => line.key === key)?.beneficiaryId;
    return beneficiaries.find((each) => each.id === id)?.name ?? null;
  };
  return (
    <aside
      aria-label="Preview"
      className="flex w-[470px] shrink-0 flex-col gap-3 border-l border-border bg-background px-6 py-6 max-[1400px]:hidden [&>article]:px-7"
    >
      <p className="text-meta text-muted-foreground">What the customer will see</p>
      <Paper
        content={{
          seller: head.seller,
          sellerAddress: head.address,
          logo: head.logo,
          payTo: head.payTo,
          title: 'Invoice',
          number: written.number.trim() || nextNumber,
          customer: customer?.name ?? '–',
          address,
          issuedOn: written.issuedOn,
          purchaseOrder: written.purchaseOrder.trim() || null,
          due: instalments ?? [],
          lines: [...priced].map(([key, line]) => ({ ...line, key, beneficiary: nameOf(key) })),
          netMinor,
          taxMinor,
          totalMinor,
          currency: written.currency,
          totalLabel: 'Amount due',
        }}
      />
    </aside>
  );
}
