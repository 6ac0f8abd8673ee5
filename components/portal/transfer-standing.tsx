import { LookAgain } from '@/components/look-again';
import type { IntentPart, PaymentIntent } from '@/db/queries/payment-intents';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';

interface TransferStandingProps {
  readonly intent: PaymentIntent & { readonly parts: readonly IntentPart[] };
  readonly seller: string;
  readonly today: PlainDate;
}

/** What a payment under way is for, and what has become of it, in sentences. */
export function TransferStanding({ intent, seller, today }: TransferStandingProps) {
  const { standing, provider, sentOn, dismissReason, parts, creditMinor, currency } = intent;
  const credit =
    creditMinor > 0 ? ` Your credit of ${formatMoney(creditMinor, currency)} is used with it.` : '';
  return (
    <div className="flex flex-col gap-2">
      {standing === 'noticed' && sentOn && (
        <p role="status" className="rounded-control bg-info-soft px-3 py-2.5 text-form text-info">
          You told us that it was sent on {formatDay(sentOn, { today })}. {seller} confirms it once the money
          is there.
        </p>
      )}
      {standing === 'open' && provider === 'stripe' && (
        <p role="status" className="rounded-control bg-info-soft px-3 py-2.5 text-form text-info">
          Nothing has been booked yet. If you have paid, the card service tells us within moments, and this
          page shows the receipt. If you have not, nothing was charged.
          <LookAgain />
        </p>
      )}
      {standing === 'dismissed' && (
        <p role="status" className="rounded-control bg-warning-soft px-3 py-2.5 text-form text-warning">
          {seller} could not find this payment: {dismissReason} If you have sent it, get in touch; otherwise
          pay again.
        </p>
      )}
      {standing === 'withdrawn' && (
        <p role="status" className="rounded-control bg-muted px-3 py-2.5 text-form">
          You gave this payment up. What it was for stays due.
        </p>
      )}
      <p className="text-muted-foreground">
        {parts.length === 0
          ? 'It pays what is oldest first.'
          : `For ${parts
              .map((part) => `${part.number} (${formatMoney(part.amountMinor, currency)})`)
              .join(', ')}.`}
        {credit}
      </p>
    </div>
  );
}
