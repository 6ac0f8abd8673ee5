import { Checkbox } from '@/components/ui/checkbox';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';

interface CreditChoiceProps {
  /** Credit on the account, above 0. */
  readonly creditMinor: Minor;
  readonly totalMinor: Minor;
  readonly currency: string;
  readonly isUsed: boolean;
  readonly onUse: (isUsed: boolean) => void;
}

/** Offers the credit of the account to settle the invoice with. Nothing is ever applied unasked. */
export function CreditChoice({ creditMinor, totalMinor, currency, isUsed, onUse }: CreditChoiceProps) {
  const used = toMinor(Math.min(creditMinor, Math.max(totalMinor, 0)));
  const words = (amount: Minor) => formatMoney(amount, currency);
  return (
    <div className="panel p-4">
      <Checkbox
        name="useCredit"
        value="yes"
        checked={isUsed}
        onChange={({ target }) => onUse(target.checked)}
        aria-describedby="credit-result"
        label={<span className="font-medium">Use {words(creditMinor)} already on the account</span>}
      />
      <p id="credit-result" className="pl-[26px] text-muted-foreground">
        {isUsed
          ? `They will owe ${words(toMinor(totalMinor - used))} on this invoice.`
          : 'It stays on the account unless you say so.'}
      </p>
    </div>
  );
}
