import { toPlainDate } from '@/lib/domain/dates';
import { type Books, indexBooks } from '@/lib/domain/matching/books';
import type { MatchItem, MatchLine } from '@/lib/domain/matching/line';
import { matchLines } from '@/lib/domain/matching/match-lines';
import type { Proposal } from '@/lib/domain/matching/proposal';
import { toMinor } from '@/lib/domain/money';

/** An open item, written short: number, customer, amount, due day. */
export function item(number: string, customerId: string, open: number, dueOn = '2026-01-31'): MatchItem {
  return {
    itemId: `item-${number}`,
    number,
    customerId,
    currency: 'USD',
    dueOn: toPlainDate(dueOn),
    openMinor: toMinor(open),
  };
}

/** A line of a statement; what is left out the bank did not say. */
export function line(amount: number, said: Partial<MatchLine> = {}): MatchLine {
  return {
    id: 'line',
    bookedOn: toPlainDate('2026-02-10'),
    currency: 'USD',
    amountMinor: toMinor(amount),
    payerName: '',
    payerAccount: '',
    text: '',
    ...said,
  };
}

/** Books of customers `acme` (Acme Tools LLC), `brook` (Brook & Sons), `north` with its child `south`, and these items. */
export function booksOf(items: readonly MatchItem[], more: Partial<Books> = {}): Books {
  const customers = [
    { id: 'acme', name: 'Acme Tools LLC', code: 'C-1001', parentId: null },
    { id: 'brook', name: 'Brook & Sons', code: null, parentId: null },
    { id: 'north', name: 'Northern Holdings Inc.', code: null, parentId: null },
    { id: 'south', name: 'Southern Works', code: null, parentId: 'north' },
  ];
  return { items, customers, aliases: [], payments: [], ...more };
}

/** What one line is proposed to be. */
export function proposalFor(one: MatchLine, books: Books): Proposal {
  const proposal = matchLines([one], indexBooks(books), new Map()).get(one.id);
  if (!proposal) throw new Error('the line got no proposal');
  return proposal;
}
