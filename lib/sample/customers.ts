import { addDays, daysBetween, type PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { Period } from './calendar';
import { dealHabits, type Temper, temperOf } from './habits';
import { type Identity, makeIdentities } from './identities';
import type { Habit, SampleCustomer } from './plan';
import type { Random } from './random';
import { COLLECTORS } from './words';

/** A customer, and what its invoices and payments are made from. */
export interface Profile {
  readonly customer: SampleCustomer;
  readonly temper: Temper;
  /** Its share of all invoices, relative to the others'. */
  readonly weight: number;
  /** Half of its invoices are below this. */
  readonly typicalMinor: Minor;
  /** It buys from the first to the last of these days. */
  readonly buysFrom: PlainDate;
  readonly buysUntil: PlainDate;
}

const MEDIAN_INVOICE = 780_00;
const LIMIT_STEP = 2_500_00;
const MONTHS = 18;
/** Customers that are leaving their habit. */
const SLIPPING = 2;

/** `count` customers that between them will get `invoiceCount` invoices. */
export function makeProfiles(
  random: Random,
  period: Period,
  { count, invoiceCount }: { readonly count: number; readonly invoiceCount: number },
): Profile[] {
  const habits = dealHabits(random, count);
  const sizes = Array.from({ length: count }, () => random.lognormal(1, 0.55));
  const weights = sizes.map((size) => size ** 0.7);
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const profiles = makeIdentities(random.fork('identities'), count).map((identity, i): Profile => {
    const [habit = 'usual', size = 1, weight = 1] = [habits[i], sizes[i], weights[i]];
    const owner = COLLECTORS[i % COLLECTORS.length] ?? '';
    const temper = temperOf(random, habit, period);
    const typicalMinor = toMinor(Math.round(MEDIAN_INVOICE * size));
    const monthlyMinor = ((typicalMinor * 1.3 * weight) / totalWeight) * (invoiceCount / MONTHS);
    const span = daysBetween(period.from, period.today);
    const isNew = habit !== 'quiet' && random.chance(0.14);
    const buysFrom = isNew ? addDays(period.from, Math.round(span * (0.3 + random.next() / 2))) : period.from;
    const customer = describe(random, identity, { habit, size, isNew, monthlyMinor, owner });
    const buysUntil = temper.quietOn ? addDays(temper.quietOn, random.int(20, 45)) : period.today;
    return { customer, temper, weight, typicalMinor, buysFrom, buysUntil };
  });
  const slipping = slippingOf(profiles, period);
  return profiles.map((profile) => (slipping.has(profile) ? inHabit(profile, 'slipping') : profile));
}

/** Of the prompt ones that bought from the first day, those that buy most. */
function slippingOf(profiles: readonly Profile[], { from }: Period): ReadonlySet<Profile> {
  const prompt = profiles.filter(
    ({ customer: { habit, currency }, buysFrom }) =>
      habit === 'prompt' && currency === 'USD' && buysFrom === from,
  );
  return new Set(prompt.toSorted((a, b) => b.weight - a.weight).slice(0, SLIPPING));
}

function inHabit(profile: Profile, habit: Habit): Profile {
  return { ...profile, customer: { ...profile.customer, habit }, temper: { ...profile.temper, habit } };
}

interface Traits {
  readonly habit: Habit;
  readonly size: number;
  readonly isNew: boolean;
  readonly monthlyMinor: number;
  readonly owner: string;
}

function describe(random: Random, { trade, ...identity }: Identity, traits: Traits): SampleCustomer {
  const { habit, size, isNew, monthlyMinor, owner } = traits;
  const termsDays = random.weighted([
    [14, 15],
    [30, 55],
    [45, 18],
    [60, 12],
  ]);
  const exposure = monthlyMinor * ((termsDays + 25) / 30) * (0.9 + random.next());
  const hasLimit = random.chance(0.8);
  return {
    ...identity,
    termsDays,
    habit,
    creditLimitMinor: hasLimit ? toMinor(Math.ceil(exposure / LIMIT_STEP) * LIMIT_STEP) : null,
    owner,
    tags: [
      trade,
      ...(size > 1.7 ? ['key account'] : []),
      ...(isNew ? ['new'] : []),
      ...(random.chance(0.12) ? ['seasonal'] : []),
    ],
  };
}
