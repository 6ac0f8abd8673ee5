import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { PaymentIntent } from '@/db/queries/payment-intents';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';

interface PendingPaymentsProps {
  readonly intents: readonly PaymentIntent[];
  readonly today: PlainDate;
}

/** Payments that were begun and are not booked yet, each a way back to it. Draws nothing when there is none. */
export function PendingPayments({ intents, today }: PendingPaymentsProps) {
  if (intents.length === 0) return null;
  return (
    <section aria-label="Payments under way" className="mb-6">
      <ul className="border-y border-border bg-card md:rounded-panel md:border">
        {intents.map((intent) => (
          <li key={intent.id} className="border-b border-border last:border-0">
            <Link
              href={route(`/portal/payments/${intent.id}`)}
              className="flex min-h-14 items-center gap-3 px-4 py-2 hover:bg-card-2"
            >
              <span className="min-w-0 flex-1">
                <span className="fig block font-medium">
                  {formatMoney(intent.amountMinor, intent.currency)} {HEADS[intent.standing]}
                </span>
                <span className="block text-body leading-5 text-muted-foreground">
                  {about(intent, today)}
                </span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-subtle" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const HEADS: Readonly<Record<PaymentIntent['standing'], string>> = {
  open: 'to be sent',
  noticed: 'on its way',
  dismissed: 'was not found',
  paid: 'paid',
  withdrawn: 'given up',
};

function about({ standing, sentOn, reference }: PaymentIntent, today: PlainDate): string {
  if (standing === 'noticed' && sentOn) return `${reference}, sent ${formatDay(sentOn, { today })}`;
  if (standing === 'dismissed') return `${reference}. See what to do.`;
  return `${reference}. Tell us once you have sent it.`;
}
