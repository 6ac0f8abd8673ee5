import { addMonths, monthEnd, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { type Health, type HealthBand, healthBand, healthOf } from '@/lib/domain/health';
import { healthReasons } from '@/lib/domain/health-reason';
import { healthWords } from '@/lib/health-words';
import type { BooksAt } from '../expressions';
import type { Tx } from '../scope';
import { type CustomerFacts, healthFacts } from './health-facts';

/** Month ends that a trend goes over, now included. */
const TREND_MONTHS = 6;

/** How well a customer pays, in one currency. */
export interface CustomerHealth {
  readonly facts: CustomerFacts;
  /** Null: not enough history to say. */
  readonly health: Health | null;
  readonly band: HealthBand | null;
}

/** The same with the score at the last month ends, oldest first, the last now; null where there was too little history. */
export interface CustomerHealthTrend extends CustomerHealth {
  /** Why, in a few words. */
  readonly reason: string;
  readonly trend: readonly { readonly on: PlainDate; readonly score: number | null }[];
}

/** The customers of least health, and how many there are of each band and without enough history. */
export interface HealthList {
  readonly rows: readonly CustomerHealthTrend[];
  readonly counts: Readonly<Record<HealthBand | 'unknown', number>>;
}

/** Everybody who owes something or paid something in the last year, least health first, those without enough history last. */
export async function allCustomerHealth(tx: Tx, at: BooksAt): Promise<CustomerHealth[]> {
  const all = (await healthFacts(tx, [at], null)).map(healthOfFacts);
  return all.toSorted(
    (a, b) =>
      (a.health?.score ?? Infinity) - (b.health?.score ?? Infinity) ||
      b.facts.pastDue.amountMinor - a.facts.pastDue.amountMinor ||
      (a.facts.customer < b.facts.customer ? -1 : 1),
  );
}

/** The customers of least health, with their trend; those without enough history are counted only. */
export async function customerHealth(
  tx: Tx,
  at: BooksAt,
  { limit }: { readonly limit: number },
): Promise<HealthList> {
  const all = await allCustomerHealth(tx, at);
  const counts = { healthy: 0, watch: 0, at_risk: 0, unknown: 0 };
  for (const { band } of all) counts[band ?? 'unknown'] += 1;
  const shown = all.filter(({ health }) => health !== null).slice(0, limit);
  return { rows: await withTrend(tx, at, shown), counts };
}

/** The health of one customer; null when it neither owes nor paid anything in the last year. */
export async function customerHealthOf(
  tx: Tx,
  at: BooksAt,
  customerId: string,
): Promise<CustomerHealthTrend | null> {
  const found = (await healthFacts(tx, [at], [customerId])).map(healthOfFacts);
  return (await withTrend(tx, at, found))[0] ?? null;
}

async function withTrend(
  tx: Tx,
  at: BooksAt,
  shown: readonly CustomerHealth[],
): Promise<CustomerHealthTrend[]> {
  if (shown.length === 0) return [];
  const first = toPlainDate(`${at.asOf.slice(0, 7)}-01`);
  const ends = Array.from({ length: TREND_MONTHS - 1 }, (_, i) =>
    monthEnd(addMonths(first, i + 1 - TREND_MONTHS)),
  );
  const before = await healthFacts(
    tx,
    ends.map((asOf) => ({ ...at, asOf })),
    shown.map(({ facts }) => facts.customerId),
  );
  const scores = new Map(
    before.map((facts) => [`${facts.customerId} ${facts.asOf}`, healthOf(facts)?.score ?? null]),
  );
  return shown.map((row) => ({
    ...row,
    reason: healthReason(row),
    trend: [
      ...ends.map((on) => ({ on, score: scores.get(`${row.facts.customerId} ${on}`) ?? null })),
      { on: at.asOf, score: row.health?.score ?? null },
    ],
  }));
}

function healthOfFacts(facts: CustomerFacts): CustomerHealth {
  const health = healthOf(facts);
  return { facts, health, band: health && healthBand(health.score) };
}

/** Why a customer's health is what it is, in a few words. To be asked of those that are shown: large books have thousands. */
export function healthReason({ health, facts }: CustomerHealth): string {
  return healthWords(healthReasons(health, facts), facts.asOf);
}
