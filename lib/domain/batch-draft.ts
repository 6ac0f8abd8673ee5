import { draftTotals } from './invoice-draft';
import { type Minor, toMinor } from './money';

/** A row of a batch while somebody chooses: texts as typed, a price once it can be read. */
export interface BatchDraft {
  readonly key: string;
  readonly currency: string;
  readonly quantity: string;
  readonly unitPriceMinor: Minor | null;
}

/** What the chosen rows come to. */
export interface BatchTotals {
  /** With tax, by currency, in the order in which they are met. */
  readonly totals: readonly {
    readonly currency: string;
    readonly count: number;
    readonly totalMinor: Minor;
  }[];
  /** Keys of rows whose quantity or price is missing, cannot be read, or comes to nothing. */
  readonly problems: ReadonlySet<string>;
}

/** Sums the chosen rows of a batch as posting will: one line each, at the tax of the service. */
export function batchTotals(rows: readonly BatchDraft[], taxPercent: string): BatchTotals {
  const problems = new Set<string>();
  const totals = new Map<string, { currency: string; count: number; totalMinor: Minor }>();
  for (const { key, currency, quantity, unitPriceMinor } of rows) {
    const line = {
      key,
      description: key,
      quantity,
      unitPriceMinor,
      taxPercent,
      serviceId: null,
      beneficiaryId: null,
    };
    const { totalMinor } = draftTotals([line]);
    if (totalMinor <= 0) {
      problems.add(key);
      continue;
    }
    const before = totals.get(currency) ?? { currency, count: 0, totalMinor: toMinor(0) };
    totals.set(currency, {
      currency,
      count: before.count + 1,
      totalMinor: toMinor(before.totalMinor + totalMinor),
    });
  }
  return { totals: [...totals.values()], problems };
}
