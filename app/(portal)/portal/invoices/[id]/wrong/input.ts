import { z } from 'zod';
import { isCurrency } from '@/lib/domain/currencies';
import type { Minor } from '@/lib/domain/money';
import { typedMoney } from '@/lib/typed-money';

/** What can be wrong with an invoice, in the words of who got it. */
export const WRONGS = [
  'The amount is wrong',
  'Something did not arrive or is damaged',
  'We have paid this already',
  'This is not ours',
  'Something else',
] as const;

export const wrongInput = z.object({
  documentId: z.uuid(),
  currency: z.string().refine(isCurrency),
  what: z.enum(WRONGS, 'Choose what is wrong.'),
  words: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
  amount: z.string().trim().max(60).default(''),
});

/** How much is contested; undefined for all. @throws Refusal `invalid` for what is no amount. */
export function contested({ amount, currency }: z.output<typeof wrongInput>): Minor | undefined {
  return amount === '' ? undefined : typedMoney(amount, currency, 'amount');
}

/** What staff read. */
export function reasonOf({ what, words }: z.output<typeof wrongInput>): string {
  return words === '' ? what : `${what}: ${words}`;
}
