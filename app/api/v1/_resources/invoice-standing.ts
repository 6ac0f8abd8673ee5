import { z } from 'zod';
import type { DocumentDetail } from '@/db/queries/documents';
import type { InvoiceRow } from '@/db/queries/invoices';
import { inBase } from '@/lib/domain/exchange';
import {
  balanceMinor,
  type InvoicePart,
  type InvoiceStanding,
  isCredited,
  isMoney,
  refundableMinor,
  settledBy,
} from '@/lib/domain/invoice-standing';
import { type Minor, toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Day, Money } from '../_api/fields';
import { writeMoney } from '../_api/rates';

/** One instalment: what it was, what settled it, and what is open of it. */
const Instalment = z.object({
  item_id: z.uuid(),
  due_date: Day,
  amount: Money,
  paid: Money,
  credited: Money.meta({ description: 'Settled by anything but money.' }),
  outstanding: Money,
  amount_base: Money.nullable(),
  outstanding_base: Money.nullable(),
});

/** How an invoice stands, beyond what is open of it. */
export const StandingFacts = {
  total_credit_memos: Money.meta({ description: 'Settled by credit memos, whatever they are about.' }),
  total_discounted: Money,
  total_written_off: Money,
  is_credited: z.boolean().meta({ description: 'Credit memos about it settled all of it.' }),
  late_fees_outstanding: Money.meta({ description: 'Open late fees that are charged for it.' }),
  refundable: Money.meta({
    description: 'Money paid on it that credit memos about it made too much, as long as that is unused.',
  }),
  balance: Money.meta({
    description: 'What is still to be paid about it: outstanding and late fees, less refundable.',
  }),
  outstanding_base: Money.nullable().meta({ description: 'At its own rate; null when none was known.' }),
  settled_base: Money.nullable().meta({ description: 'What was settled of it, at its own rate.' }),
  settled_later: Money.meta({ description: 'What became effective after the day that is reported on.' }),
  outstanding_finally: Money.meta({ description: 'What is outstanding after that.' }),
  instalments: z.array(Instalment),
};

/** The one place that says how the standing of an invoice is written. */
export function writeStanding(
  standing: InvoiceStanding,
  row: InvoiceRow,
  { document, base }: { readonly document: DocumentDetail; readonly base: string },
) {
  const { parts } = standing;
  const { currency, openMinor, amountMinor } = row;
  const write = (amount: Minor) => money(amount, currency);
  const writeBase = (amount: Minor) =>
    writeMoney(inBase(amount, document.rate?.rateToBase ?? null, currency, base), base);
  const by = (kind: InvoicePart['kind']) => write(settledBy(parts, (part) => part.kind === kind));
  const isVoid = row.status === 'void';
  return {
    total_credit_memos: by('credit_memo'),
    total_discounted: by('discount'),
    total_written_off: by('write_off'),
    is_credited: isCredited(standing, amountMinor),
    late_fees_outstanding: write(standing.lateFeesMinor),
    refundable: write(refundableMinor(standing)),
    balance: write(balanceMinor(standing, openMinor)),
    outstanding_base: writeBase(openMinor),
    settled_base: writeBase(toMinor(isVoid ? 0 : amountMinor - openMinor)),
    settled_later: write(toMinor(openMinor - standing.finallyMinor)),
    outstanding_finally: write(standing.finallyMinor),
    instalments: document.items.map((item) => {
      const mine = (part: InvoicePart) => part.itemId === item.itemId;
      return {
        item_id: item.itemId,
        due_date: item.dueOn,
        amount: write(item.amountMinor),
        paid: write(settledBy(parts, (part) => mine(part) && isMoney(part))),
        credited: write(settledBy(parts, (part) => mine(part) && !isMoney(part))),
        outstanding: write(item.openMinor),
        amount_base: writeBase(item.amountMinor),
        outstanding_base: writeBase(item.openMinor),
      };
    }),
  };
}
