import type { Minor } from '@/lib/domain/money';
import { formatColumn } from '@/lib/format';

interface MoneyProps {
  readonly amount: Minor;
  readonly currency: string;
  /** What stands for nothing: its digits, or an en dash in a table where most cells are empty. */
  readonly zero?: 'digits' | 'dash';
}

/** An amount in a column of one currency: tabular, no symbol, credits in parentheses whose close hangs past the digits. */
export function Money({ amount, currency, zero = 'digits' }: MoneyProps) {
  if (amount === 0 && zero === 'dash') return <span className="z">–</span>;
  const text = formatColumn(amount, currency);
  return amount < 0 ? <span className="fig -mr-[.36em]">{text}</span> : <span className="fig">{text}</span>;
}
