import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/app/_auth/actor';
import { PortalPage } from '@/components/portal/portal-page';
import { EmptyState } from '@/components/ui/empty-state';
import { portalDocument } from '@/db/queries/portal-documents';
import { withScope } from '@/db/scope';
import { sumOf } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { WrongForm } from './form';
import { WRONGS } from './input';

export const metadata: Metadata = { title: 'Something wrong' };

/** Where a customer says that something is wrong with an invoice. */
export default async function WrongPage({ params }: PageProps<'/portal/invoices/[id]/wrong'>) {
  const actor = await requireCustomer();
  const { id } = await params;
  const document = isUuid(id) ? await withScope(actor, 'read', (tx) => portalDocument(tx, id)) : null;
  if (!document || document.amountMinor < 0) notFound();
  const { number, currency, items } = document;
  const openMinor = sumOf(items.map((item) => item.openMinor));
  return (
    <PortalPage back={{ label: number, href: route(`/portal/invoices/${id}`) }}>
      <div className="max-w-[480px] px-4 md:px-0">
        <h1 className="text-[22px] leading-8 tracking-[-.02em]">Something wrong with {number}?</h1>
        <p className="mb-5 text-muted-foreground">
          {formatMoney(openMinor, currency)} of it is open. Tell us what is wrong, and we pause the reminders
          while we look.
        </p>
        {openMinor > 0 ? (
          <WrongForm
            documentId={id}
            currency={currency}
            openMinor={openMinor}
            wrongs={WRONGS}
            requestId={uuid7()}
          />
        ) : (
          <EmptyState title="Nothing of it is open">Get in touch with {actor.org.name} about it.</EmptyState>
        )}
      </div>
    </PortalPage>
  );
}
