import { type DelaySums, weightOf } from './delay-sums';
import { type DayNumber, FIRST_DELAY, weekdayOf } from './delays';
import { groupsOf, type Habits, ORGANIZATION_DAYS, type Payable } from './habits';

const WEEKDAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

/** Payments, older ones counting less, below which a habit is none, and from which it moves the day all the same. */
const ENOUGH = 3;
const FEW = 1;
/** Days by which a weekday must differ to be told. */
const NOTABLE_DAYS = 2;

/** Why an item is expected when it is, in plain words: "usually 12 days late, later when due on Fridays". */
export function reasonFor(habits: Habits, item: Payable, today: DayNumber): string {
  const { pooling } = habits;
  const own = habits.customers.get(item.customerId);
  const ownDay = weightOf(today, pooling.customerDays);
  const usual = usualDelay(own?.all, ownDay, ENOUGH);
  if (usual === null) {
    const everybody = usualDelay(habits.all, weightOf(today, ORGANIZATION_DAYS), ENOUGH);
    if (everybody === null) return 'too few payments to tell: about the due day';
    const lately = usualDelay(own?.all, ownDay, FEW);
    if (lately === null) return `as customers usually pay: ${inWords(everybody)}`;
    return `lately ${inWords(lately)} in a few payments; customers usually pay ${inWords(everybody)}`;
  }
  const [weekday] = groupsOf(item, pooling);
  const then = weekday && usualDelay(own?.groups.get(weekday.key), weightOf(today, weekday.days), ENOUGH);
  const apart = then == null ? 0 : then - usual;
  const day = WEEKDAYS[weekdayOf(item.dueOn)] ?? '';
  const more = apart > 0 ? `, later when due on ${day}` : `, sooner when due on ${day}`;
  return `usually ${inWords(usual)}${Math.abs(apart) < NOTABLE_DAYS ? '' : more}`;
}

/** The middle delay that sums show; null when they show fewer than `least` payments. `today` is the weight of the day. */
function usualDelay(sums: DelaySums | undefined, today: number, least: number): number | null {
  const total = sums?.[0] ?? 0;
  if (!sums || total / today < least) return null;
  const seen = [];
  for (let i = 1; i < sums.length; i += 2) seen.push({ cell: sums[i] ?? 0, weight: sums[i + 1] ?? 0 });
  seen.sort((a, b) => a.cell - b.cell);
  let sum = 0;
  const middle = seen.find(({ weight }) => (sum += weight) >= total / 2);
  return middle ? middle.cell + FIRST_DELAY : null;
}

function inWords(delay: number): string {
  if (delay === 0) return 'on the due day';
  const days = Math.abs(delay) === 1 ? '1 day' : `${Math.abs(delay)} days`;
  return `${days} ${delay > 0 ? 'late' : 'early'}`;
}
