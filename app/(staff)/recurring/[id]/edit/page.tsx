import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { customerById } from '@/db/queries/customers';
import { lastPeriods, recurringById } from '@/db/queries/recurring-invoices';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { followingDate } from '@/lib/next-billing';
import { shortDecimal } from '@/lib/short-decimal';
import { route } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { RecurringForm } from '../../recurring-form';

export const metadata: Metadata = { title: 'Edit recurring invoice' };

/** What an invoice that repeats bills from its next day on, and when. */
export default async function EditRecurringPage({ params }: PageProps<'/recurring/[id]/edit'>) {
  const actor = await requireStaff('books:write');
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const found = await withScope(actor, 'read', async (tx) => {
    const recurring = await recurringById(tx, id);
    if (!recurring) return null;
    const last = (await lastPeriods(tx, [id])).get(id) ?? null;
    return { recurring, last, customer: await customerById(tx, recurring.customerId) };
  });
  if (!found) notFound();
  const { recurring, last, customer } = found;
  const { every, startsOn, endsOn, termsDays } = recurring;
  const nextOn = followingDate(recurring, last) ?? startsOn;
  return (
    <Page
      title="Edit"
      parents={[
        { label: 'Recurring', href: '/recurring' },
        { label: recurring.customer, href: route(`/recurring/${id}`) },
      ]}
    >
      <RecurringForm
        requestId={uuid7()}
        today={todayIn(actor.org.timeZone)}
        customer={customer}
        currency={recurring.currency}
        lines={recurring.lines.map((line, i) => ({
          key: `kept ${i}`,
          description: line.description,
          quantity: shortDecimal(line.quantity),
          unitPriceMinor: line.unitPriceMinor,
          taxPercent: shortDecimal(line.taxPercent),
          serviceId: line.serviceId ?? null,
          beneficiaryId: line.beneficiaryId ?? null,
        }))}
        goesOn={{ recurringId: id, every, startsOn, nextOn, endsOn, termsDays }}
      />
    </Page>
  );
}
