import { percentOf } from './invoice-lines';
import { type Minor, sumOf, toMinor, ZERO } from './money';

/** What is expected to be lost of one aging bucket. */
interface ProvisionBucket {
  readonly balanceMinor: Minor;
  /** Percent, exact decimal as text; null when nothing says how much of such balances is lost. */
  readonly ratePercent: string | null;
  /** Null for a balance without a rate. */
  readonly amountMinor: Minor | null;
}

/** The expected loss by bucket and in all (IFRS 9 simplified approach, CECL aging method). */
export interface Provision {
  readonly buckets: readonly ProvisionBucket[];
  readonly balanceMinor: Minor;
  /** Null when a bucket with a balance has no rate. */
  readonly totalMinor: Minor | null;
}

/** What of one bucket's balance at the end of a month was lost by now. */
export interface LossCohort {
  readonly bucket: number;
  readonly balanceMinor: Minor;
  readonly lostMinor: Minor;
}

/** Decimals of a rate that history gives. */
const RATE_DECIMALS = 6;

/** The provision for the balances of the buckets at one rate each, each rounded half away from zero. */
export function provisionOf(balances: readonly Minor[], rates: readonly (string | null)[]): Provision {
  const buckets = balances.map((balanceMinor, i) => {
    const ratePercent = rates[i] ?? null;
    if (balanceMinor === 0) return { balanceMinor, ratePercent, amountMinor: ZERO };
    return {
      balanceMinor,
      ratePercent,
      amountMinor: ratePercent === null ? null : percentOf(balanceMinor, ratePercent),
    };
  });
  const amounts = buckets.flatMap(({ amountMinor }) => (amountMinor === null ? [] : [amountMinor]));
  return {
    buckets,
    balanceMinor: sumOf(balances),
    totalMinor: amounts.length < buckets.length ? null : sumOf(amounts),
  };
}

/**
 * Rates by rolling own history forward: of what stood in a bucket at the ends of months, the share that was lost later. Null of a
 * bucket that nothing ever stood in. Never below 0 or above 100, whatever was taken back.
 */
export function rollForwardRates(cohorts: readonly LossCohort[], bucketCount: number): (string | null)[] {
  return Array.from({ length: bucketCount }, (_, bucket) => {
    const here = cohorts.filter((cohort) => cohort.bucket === bucket);
    const balance = sumOf(here.map((cohort) => cohort.balanceMinor));
    const lost = sumOf(here.map((cohort) => toMinor(Math.max(0, cohort.lostMinor))));
    if (balance <= 0) return null;
    return String(Number(Math.min(100, (100 * lost) / balance).toFixed(RATE_DECIMALS)));
  });
}
