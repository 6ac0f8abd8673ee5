import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { todayIn } from '@/lib/domain/dates';
import type { DraftLine } from '@/lib/domain/invoice-draft';
import { toMinor } from '@/lib/domain/money';
import { settlementOf } from '@/lib/domain/settlement';
import { shortDecimal } from '@/lib/short-decimal';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { readDocument } from '../read';
import { CreditForm } from './form';

export const metadata: Metadata = { title: 'Credit memo' };

/** A credit memo about an invoice: all of it to begin with, to be narrowed down. */
export default async function CreditInvoicePage({ params }: PageProps<'/invoices/[id]/credit'>) {
  const actor = await requireStaff('books:write');
  const { document } = await readDocument(actor, (await params).id, null);
  if (document.kind !== 'invoice' || document.status === 'void') notFound();
  const { documentId, customerId, number, currency, amountMinor, openMinor } = document;
  const { creditedMinor } = settlementOf(document.allocations);
  const lines: DraftLine[] = document.lines.map(
    ({ position, description, quantity, unitPriceMinor, taxPercent, serviceId, beneficiaryId }) => ({
      key: `invoiced ${position}`,
      description,
      quantity: shortDecimal(quantity),
      unitPriceMinor,
      taxPercent: shortDecimal(taxPercent),
      serviceId,
      beneficiaryId,
    }),
  );
  const whole: DraftLine = {
    key: 'whole',
    description: `Credit for ${number}`,
    quantity: '1',
    unitPriceMinor: openMinor,
    taxPercent: '0',
    serviceId: null,
    beneficiaryId: null,
  };
  return (
    <Page
      title="Credit memo"
      parents={[
        { label: 'Invoices', href: '/invoices' },
        { label: number, href: route(`/invoices/${documentId}`) },
      ]}
    >
      <CreditForm
        requestId={uuid7()}
        today={todayIn(actor.org.timeZone)}
        invoice={{
          documentId,
          customerId,
          number,
          currency,
          openMinor,
          leftMinor: toMinor(amountMinor - creditedMinor),
        }}
        lines={lines.length > 0 ? lines : [whole]}
      />
    </Page>
  );
}
