import type { PaymentIntent } from '@/db/queries/payment-intents';
import { formatMoney } from '@/lib/format';
import { CopyButton } from './copy-button';

interface TransferSlipProps {
  readonly intent: Pick<PaymentIntent, 'reference' | 'amountMinor' | 'currency'>;
  /** Where to send it, as the business says; null when it has not said. */
  readonly bank: string | null;
  readonly seller: string;
}

/** What somebody needs to send a transfer, each piece with a button that copies it. */
export function TransferSlip({ intent, bank, seller }: TransferSlipProps) {
  const amount = formatMoney(intent.amountMinor, intent.currency);
  const rows = [
    {
      label: 'Amount',
      text: amount,
      copy: formatMoney(intent.amountMinor, intent.currency, { symbol: false }),
    },
    { label: 'Reference', text: intent.reference, copy: intent.reference },
  ];
  return (
    <section aria-label="How to send it" className="rounded-panel border border-border bg-card">
      <dl>
        {rows.map(({ label, text, copy }) => (
          <div key={label} className="flex min-h-16 items-center gap-3 border-b border-border px-4 py-2.5">
            <div className="min-w-0 flex-1">
              <dt className="text-body text-muted-foreground">{label}</dt>
              <dd className="fig text-[17px] leading-6 font-semibold">{text}</dd>
            </div>
            <CopyButton text={copy} what={label.toLowerCase()} />
          </div>
        ))}
        <div className="flex items-start gap-3 px-4 py-2.5">
          <div className="min-w-0 flex-1">
            <dt className="text-body text-muted-foreground">To</dt>
            <dd className="font-medium break-words whitespace-pre-line">
              {bank ?? `${seller}, to the account that you have sent transfers to before.`}
            </dd>
            {bank === null && (
              <dd className="mt-1 text-body text-muted-foreground">
                {seller} has not put its bank details here yet. Ask for them if this is your first transfer.
              </dd>
            )}
          </div>
          {bank !== null && <CopyButton text={bank} what="bank details" />}
        </div>
      </dl>
      <p className="border-t border-border px-4 py-3 text-body text-muted-foreground">
        Write the reference on the transfer, so that it is found at once.
      </p>
    </section>
  );
}
