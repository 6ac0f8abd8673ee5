import { expect, test } from 'vitest';
import { lastRecorded } from '@/db/queries/last-recorded';
import { openItemRows } from '@/db/queries/open-items';
import { tieOut } from '@/db/queries/tie-out';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import { createWorld, owner } from '../world';
import { EPOCH, happen, pick, randomOf, SPAN } from './random-history';
import type { World } from './report-at';

const STEPS = 120;
let transfers = 0;

test.each([1, 2, 3])(
  'winding back equals replaying all history, on any day and as known at any time (%i)',
  async (turn) => {
    const seed = Number(process.env.SEED ?? Date.now() + turn);
    const random = randomOf(seed);
    const w = await createWorld();
    const instants: Instant[] = [];
    // The very instants of records: what was recorded at one belongs to it, what came a microsecond later does not.
    for (let step = 0; step < STEPS; step += 3) {
      await happen(w, random, 3);
      instants.push(await w.read(lastRecorded));
    }
    const history = await historyOf(w);
    expect(history.items.length, `seed ${seed}`).toBeGreaterThan(STEPS / 4);
    expect(history.kinds, `seed ${seed}`).toBeGreaterThan(5);
    transfers += history.transfers;
    for (let i = 0; i < 60; i += 1) {
      const asOf = addDays(EPOCH, Math.floor(random() * (SPAN + 20)) - 10);
      const knownAt = i % 3 === 0 ? null : pick(instants, random);
      const rows = await w.read((tx) =>
        openItemRows(tx, { asOf, knownAt }, { basis: 'due', bounds: DEFAULT_BOUNDS }, {}),
      );
      const wound = Object.fromEntries(rows.map((row) => [row.itemId, row.openMinor]));
      expect(wound, `seed ${seed}, as of ${asOf}, known at ${knownAt}`).toEqual(
        replay(history, asOf, knownAt),
      );
      const tie = await w.read((tx) => tieOut(tx, { asOf, knownAt }, 'USD'));
      expect(tie.differenceMinor, `seed ${seed}, as of ${asOf}`).toBe(0);
    }
  },
);

test('some of those histories had one customer pay for another', () => {
  expect(transfers).toBeGreaterThan(0);
});

interface Item {
  readonly id: string;
  readonly amount: number;
  readonly day: string;
  readonly at: string;
}
interface Taken {
  readonly debit: string;
  readonly credit: string;
  readonly amount: number;
  readonly day: string;
  readonly at: string;
}

/** Every item and allocation with its day and its instant to the microsecond, read past the application's own queries. */
async function historyOf(
  w: World,
): Promise<{ items: Item[]; taken: Taken[]; kinds: number; transfers: number }> {
  const at = owner`to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at`;
  const items = await owner<Item[]>`
    select id, amount_minor::int as amount, effective_on::text as day, ${at} from open_items where org_id = ${w.org.id}`;
  const taken = await owner<Taken[]>`
    select debit_item_id as debit, credit_item_id as credit, amount_minor::int as amount, effective_on::text as day, ${at}
    from allocations where org_id = ${w.org.id}`;
  const kinds = await owner`select distinct kind from open_items where org_id = ${w.org.id}`;
  const paidFor = await owner`select id from transfers where org_id = ${w.org.id}`;
  return { items: [...items], taken: [...taken], kinds: kinds.length, transfers: paidFor.length };
}

/** What each item had open on a day as known at an instant: its amount less all that was allocated by then. */
function replay(
  { items, taken }: Awaited<ReturnType<typeof historyOf>>,
  asOf: PlainDate,
  knownAt: Instant | null,
): Record<string, number> {
  const limit = knownAt ? knownAt.replace('Z', '') : '9999';
  const counts = (row: { day: string; at: string }) => row.day <= asOf && row.at <= limit;
  const open = new Map(items.filter(counts).map((item) => [item.id, item.amount]));
  for (const { debit, credit, amount } of taken.filter(counts)) {
    open.set(debit, (open.get(debit) ?? Number.NaN) - amount);
    open.set(credit, (open.get(credit) ?? Number.NaN) + amount);
  }
  return Object.fromEntries([...open].filter(([, left]) => left !== 0));
}
