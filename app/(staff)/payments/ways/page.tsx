import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { bankDetails } from '@/db/queries/bank-details';
import { withScope } from '@/db/scope';
import { uuid7 } from '@/lib/uuid';
import { BankDetailsForm } from './bank-details-form';

export const metadata: Metadata = { title: 'How customers pay' };

/** What customers are offered when they pay from their portal. */
export default async function WaysPage() {
  const actor = await requireStaff('organization:manage');
  const bank = await withScope(actor, 'read', bankDetails);
  return (
    <Page title="How customers pay" parents={[{ label: 'Payments', href: '/payments' }]}>
      <div className="flex max-w-[620px] flex-col gap-9 px-8 py-6 max-md:px-4">
        <section aria-labelledby="transfer">
          <h2 id="transfer" className="text-section">
            Bank transfer
          </h2>
          <p className="mb-4 text-muted-foreground">
            Customers are shown these details and a reference of their own, and tell you when they have sent
            the money. It is booked when you confirm it.
          </p>
          <BankDetailsForm words={bank} requestId={uuid7()} />
        </section>
      </div>
    </Page>
  );
}
