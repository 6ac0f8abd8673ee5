import { CopyButton } from '@/components/ui/copy-button';
import type { PaymentIntent } from '@/db/queries/payment-intents';
import { formatMoney } from '@/lib/format';

interface TransferSlipProps {
  readonly intent: Pick<PaymentIntent, 'reference' | 'amountMinor' | 'currency'>;
  /** Where to send it, as the business says; null when it has not said. */
  readonly bank: string | null;
  readonly seller: string;
}

/** A name above a value, and what copies it beside both. */
const ROW = 'grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 py-2.5';
const COPY = 'col-start-2 row-span-2 row-start-1';

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
          <div key={label} className={`${ROW} min-h-16 content-center border-b border-border`}>
            <dt className="text-body text-muted-foreground">{label}</dt>
            <dd className="fig text-[17px] leading-6 font-semibold">{text}</dd>
            <dd className={`${COPY} self-center`}>
              <CopyButton text={copy} what={label.toLowerCase()} />
            </dd>
          </div>
        ))}
        <div className={ROW}>
          <dt className="text-body text-muted-foreground">To</dt>
          <dd className="font-medium break-words whitespace-pre-line">
            {bank ?? `${seller}, to the account that you have sent transfers to before.`}
          </dd>
          {bank === null ? (
            <dd className="mt-1 text-body text-muted-foreground">
              {seller} has not put its bank details here yet. Ask for them if this is your first transfer.
            </dd>
          ) : (
            <dd className={COPY}>
              <CopyButton text={bank} what="bank details" />
            </dd>
          )}
        </div>
      </dl>
      <p className="border-t border-border px-4 py-3 text-body text-muted-foreground">
        Write the reference on the transfer, so that it is found at once.
      </p>
    </section>
  );
}
