import { type Minor, toMinor, ZERO } from '../domain/money';
import { formatMoney } from '../format';
import type { SyncTotal } from './sync';

/** Whether both books said the same was owed in a currency when they were last compared. */
export interface Agreement {
  readonly system: string;
  readonly currency: string;
  readonly sourceMinor: Minor;
  readonly oursMinor: Minor;
  readonly differenceMinor: Minor;
  /** When they were compared. */
  readonly at: Date;
}

/** What both books say in a currency; nothing owed in either agrees too. */
export function totalIn(
  totals: readonly SyncTotal[],
  currency: string,
): Pick<Agreement, 'currency' | 'sourceMinor' | 'oursMinor' | 'differenceMinor'> {
  const total = totals.find((each) => each.currency === currency);
  const [sourceMinor, oursMinor] = [total?.sourceMinor ?? ZERO, total?.oursMinor ?? ZERO];
  return { currency, sourceMinor, oursMinor, differenceMinor: toMinor(oursMinor - sourceMinor) };
}

/** A run that came to its end, as far as it says what is owed. */
interface ComparedRun {
  readonly totals: readonly SyncTotal[] | null;
  readonly endedAt: Date | null;
}

/** Whether books of a system agreed in a currency when a run compared them; null before the first. */
export function agreementIn(
  run: ComparedRun | null,
  { system, currency }: Pick<Agreement, 'system' | 'currency'>,
): Agreement | null {
  if (!run?.totals || !run.endedAt) return null;
  return { ...totalIn(run.totals, currency), system, at: run.endedAt };
}

/** "Agrees with QuickBooks, difference $0.00 at 10:00"; `clock` writes the instant. */
export function agreementWords(
  { system, currency, differenceMinor, at }: Agreement,
  clock: (at: Date) => string,
): string {
  const verdict = differenceMinor === 0 ? `Agrees with ${system}` : `Does not agree with ${system}`;
  return `${verdict}, difference ${formatMoney(differenceMinor, currency)} at ${clock(at)}`;
}
