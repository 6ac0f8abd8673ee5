import { expect, test } from 'vitest';
import { candidateWords } from '@/lib/bank/proposal-words';
import { toMinor } from '@/lib/domain/money';

const saidOf = (amount: number, open: number, rest: number) =>
  candidateWords(
    {
      customerId: 'acme',
      how: 'numbers',
      payer: null,
      parts: [
        {
          itemId: 'i',
          customerId: 'acme',
          number: 'INV-7',
          amountMinor: toMinor(amount),
          openMinor: toMinor(open),
        },
      ],
      unappliedMinor: toMinor(rest),
      hasRival: false,
    },
    'USD',
  );

test.each([
  ['exactly', saidOf(50_000, 50_000, 0), 'Names INV-7; amount exact'],
  ['less', saidOf(16_000, 50_000, 0), 'Names INV-7; pays $160.00 of the $500.00 left'],
  [
    'more, of what other lines left',
    saidOf(34_000, 34_000, 1_000),
    'Names INV-7; pays more than the $340.00 left; $10.00 stays on account',
  ],
])('what a line pays is said of what is left: %s', (_what, said, words) => {
  expect(said).toBe(words);
});
