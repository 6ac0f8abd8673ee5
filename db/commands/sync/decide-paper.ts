import type { Rate } from '@/lib/domain/exchange';
import { parseRate, toBase } from '@/lib/domain/exchange';
import { MAX_DOCUMENT_MINOR } from '@/lib/domain/money';
import type { PaperFact, PaymentFact } from '@/lib/sources/facts';
import type { Reason } from '@/lib/sources/reasons';
import type { BookRules } from '../../queries/book-rules';
import type { PaperToLoad } from './papers-to-load';
import { printOf } from './print-of';

/** What is to be done about a row. */
export type Decision =
  /** It stands as it should. */
  | { readonly do: 'keep' }
  | { readonly do: 'aside'; readonly reason: Reason; readonly detail?: string }
  /** What stands for it is to be reversed. */
  | { readonly do: 'reverse' }
  /** It is to be posted, after what stands for it was reversed; void papers are posted and reversed, so that they keep their number. */
  | {
      readonly do: 'post';
      readonly fact: PaperFact | PaymentFact;
      readonly customerId: string;
      readonly print: string;
      readonly rate: Rate | null;
    };

/** What holds for all rows of a run. */
export interface LoadRules extends Pick<BookRules, 'currency' | 'lockedOn'> {
  /** Whether rates of the other books are rates of ours. */
  readonly sharesCurrency: boolean;
}

/** Decides what is to be done about a row; what it pays is looked at elsewhere. */
export function decidePaper(row: PaperToLoad, rules: LoadRules): Decision {
  const { fact, customerId } = row;
  const isOver = row.isGone || fact === null || fact.voidedOn !== null;
  if (isOver && row.isStanding) return { do: 'reverse' };
  if (row.isGone || fact === null) return { do: 'keep' };
  if (isOver && row.documentId !== null) return { do: 'keep' };
  if (isOver && fact.object === 'payment') return { do: 'aside', reason: 'failed' };
  if (!row.isContactKnown) return { do: 'aside', reason: 'unknown_customer' };
  if (customerId === null) return { do: 'aside', reason: 'customer_set_aside' };
  const print = printOf([customerId, row.isAnother, bookedPart(fact)]);
  if (print === row.booked) return { do: 'keep' };
  if (row.isArchived) return { do: 'aside', reason: 'customer_archived' };
  if (rules.lockedOn !== null && fact.documentDate <= rules.lockedOn)
    return { do: 'aside', reason: 'period_closed', detail: `Its day is ${fact.documentDate}.` };
  const rate = rateOf(fact, rules);
  const isTooLarge =
    fact.totalMinor > MAX_DOCUMENT_MINOR ||
    (rate !== null && toBase(fact.totalMinor, rate, fact.currency, rules.currency) === null);
  if (isTooLarge) return { do: 'aside', reason: 'too_large' };
  return { do: 'post', fact, customerId, print, rate };
}

/** What a document says of a row: another balance or other applications are no reason to post it anew. */
function bookedPart(fact: PaperFact | PaymentFact): unknown {
  if (fact.object === 'payment') {
    const { parts: _parts, ...rest } = fact;
    return rest;
  }
  const { parts: _parts, payments: _payments, openMinor: _open, ...rest } = fact;
  return rest;
}

function rateOf({ currency, rate }: PaperFact | PaymentFact, rules: LoadRules): Rate | null {
  return rate !== null && rules.sharesCurrency && currency !== rules.currency ? parseRate(rate) : null;
}
