import { CreditCard, FlaskConical, Landmark } from 'lucide-react';
import type { PaymentProvider } from '@/lib/payment-provider';

const ICONS = { transfer: Landmark, stripe: CreditCard, test: FlaskConical } as const;

interface WayChoiceProps {
  readonly ways: readonly {
    readonly provider: PaymentProvider;
    readonly label: string;
    readonly hint: string;
  }[];
  readonly chosen: PaymentProvider | undefined;
  readonly onChoose: (provider: PaymentProvider) => void;
  readonly error: string | undefined;
}

/** The ways to pay, one of which is chosen. */
export function WayChoice({ ways, chosen, onChoose, error }: WayChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-2.5 text-section">Pay with</legend>
      <div className="flex flex-col gap-2.5">
        {ways.map(({ provider, label, hint }) => {
          const Icon = ICONS[provider];
          return (
            <label
              key={provider}
              className="flex min-h-16 cursor-pointer items-center gap-3.5 rounded-panel border border-border-strong bg-card px-4 py-2.5 has-checked:border-primary has-checked:bg-primary-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
            >
              <Icon aria-hidden className="size-5 shrink-0 text-primary" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{label}</span>
                <span className="block text-body leading-5 text-muted-foreground">{hint}</span>
              </span>
              <input
                type="radio"
                name="provider"
                value={provider}
                checked={chosen === provider}
                onChange={() => onChoose(provider)}
                className="size-5 shrink-0 accent-primary"
              />
            </label>
          );
        })}
      </div>
      {error && (
        <p role="alert" className="mt-1.5 text-meta text-destructive">
          {error}
        </p>
      )}
    </fieldset>
  );
}
