import { split, ZERO } from '@/lib/domain/money';
import type { PaperFact } from '@/lib/sources/facts';
import { statedRate } from '../document-rates';
import type { Posting } from '../post-documents';
import type { Decision } from './decide-paper';

/** A row of other books as a document of these. */
export function postingOf(
  { fact, customerId, rate }: Extract<Decision, { do: 'post' }>,
  number: string | null,
): Posting {
  const { currency, documentDate, totalMinor } = fact;
  const dueOn = fact.object === 'payment' ? documentDate : fact.dueOn;
  const posting = {
    customerId,
    documentDate,
    currency,
    instalments: [{ dueOn, amountMinor: totalMinor }],
    source: 'sync',
    ...(rate === null ? {} : { rate: statedRate(rate, documentDate) }),
    ...(number === null ? {} : { number }),
  } as const;
  if (fact.object === 'payment') {
    const { method, reference } = fact;
    return { ...posting, kind: 'payment', payment: { method, ...(reference === null ? {} : { reference }) } };
  }
  return { ...posting, kind: fact.object, taxMinor: fact.taxMinor, lines: linesOf(fact) };
}

/** The tax of the whole is shared out by the amounts of the lines. */
function linesOf({ lines, taxMinor }: PaperFact): NonNullable<Posting['lines']> {
  const weights = lines.map(({ netMinor }) => Number(netMinor));
  const hasWeight = weights.some((weight) => weight > 0);
  if (taxMinor > 0 && !hasWeight) return [];
  const taxes = hasWeight ? split(taxMinor, weights) : [];
  return lines.map((line, at) => ({ ...line, taxPercent: '0', taxMinor: taxes[at] ?? ZERO }));
}
