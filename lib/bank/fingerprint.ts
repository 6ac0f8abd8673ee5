import { createHash } from 'node:crypto';
import { wordsOf } from '@/lib/domain/matching/keys';
import type { StatementLine } from './statement-line';

/**
 * What makes a line the same line when it comes again, in the order of the lines: SHA-256 of account, day, amount, texts and of how
 * many equal lines stand above it, so that two equal payments of one day are two.
 */
export function fingerprints(account: string, lines: readonly StatementLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const { bookedOn, currency, amountMinor, payerName, text } = line;
    const said = [
      account,
      bookedOn,
      currency,
      amountMinor,
      wordsOf(payerName).join(' '),
      wordsOf(text).join(' '),
    ];
    const key = JSON.stringify(said);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return createHash('sha256')
      .update(JSON.stringify([...said, occurrence]))
      .digest('hex');
  });
}
