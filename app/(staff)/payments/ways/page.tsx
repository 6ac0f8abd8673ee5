import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { bankDetails } from '@/db/queries/bank-details';
import { cardGatewayShown } from '@/db/queries/card-gateway';
import { withScope } from '@/db/scope';
import { appOrigin } from '@/lib/app-origin';
import { uuid7 } from '@/lib/uuid';
import { BankDetailsForm } from './bank-details-form';
import { GatewayForm } from './gateway-form';

export const metadata: Metadata = { title: 'How customers pay' };

/** What customers are offered when they pay from their portal. */
export default async function WaysPage() {
  const actor = await requireStaff('organization:manage');
  const { bank, keyEnd } = await withScope(actor, 'read', async (tx) => ({
    bank: await bankDetails(tx),
    keyEnd: await cardGatewayShown(tx),
  }));
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
        <section aria-labelledby="cards">
          <h2 id="cards" className="text-section">
            Cards, through Stripe
          </h2>
          <p className="mb-4 text-muted-foreground">
            {keyEnd === null
              ? 'Customers cannot pay by card yet. Enter the keys of your account at Stripe to offer it.'
              : `Customers can pay by card, with your key that ends in ${keyEnd}.`}
          </p>
          <GatewayForm
            keyEnd={keyEnd}
            webhookUrl={`${appOrigin()}/api/webhooks/stripe/${actor.org.id}`}
            requestId={uuid7()}
          />
        </section>
      </div>
    </Page>
  );
}
