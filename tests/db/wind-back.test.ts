import { expect, test } from 'vitest';
import { applyCredit } from '@/db/commands/apply-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { openCredits, openDebits } from '@/db/queries/open-debits';
import { openItemRows } from '@/db/queries/open-items';
import { tieOut } from '@/db/queries/tie-out';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { createWorld, day, owner } from '../world';
import { instantAfterNow, type World } from './report-at';

const EPOCH = day('2026-01-01');
const SPAN = 90;
const STEPS = 120;

test.each([1, 2, 3])(
  'winding back equals replaying all history, on any day and as known at any time (%i)',
  async (turn) => {
    const seed = Number(process.env.SEED ?? Date.now() + turn);
    const random = randomOf(seed);
    const w = await createWorld();
    const instants: Instant[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      await anyCommand(w, random).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
      if (step % 20 === 19) instants.push(await instantAfterNow());
    }
    const history = await historyOf(w);
    expect(history.items.length, `seed ${seed}`).toBeGreaterThan(STEPS / 4);
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

/** One random thing that somebody may do; many are refused, which is fine. */
async function anyCommand(w: World, random: () => number): Promise<unknown> {
  const on = addDays(EPOCH, Math.floor(random() * SPAN));
  const amount = 1 + Math.floor(random() * 500);
  const dice = random();
  if (dice < 0.3) return w.invoice(amount, addDays(on, Math.floor(random() * 30)), { on });
  if (dice < 0.5)
    return w.pay(amount, on, { apply: random() < 0.7 ? 'oldest' : 'none', useCredit: random() < 0.2 });
  if (dice < 0.65) return applySomeCredit(w, random);
  if (dice < 0.8) return undoSome(w, random);
  return reverseSome(w, random);
}

async function applySomeCredit(w: World, random: () => number): Promise<void> {
  await w.write(async (tx) => {
    const debit = pick(await openDebits(tx, w.customerId, 'USD'), random);
    const credit = pick(await openCredits(tx, w.customerId, 'USD'), random);
    if (!debit || !credit) return;
    const most = Math.min(debit.openMinor, credit.leftMinor);
    const match = {
      debitItemId: debit.itemId,
      creditItemId: credit.creditItemId,
      amountMinor: toMinor(1 + Math.floor(random() * most)),
    };
    await applyCredit(tx, w.admin, [
      random() < 0.3 ? { ...match, effectiveOn: addDays(EPOCH, SPAN - 5) } : match,
    ]);
  });
}

async function undoSome(w: World, random: () => number): Promise<void> {
  const rows = await owner<{ id: string }[]>`
    select id from allocations where org_id = ${w.org.id} and amount_minor > 0 order by id`;
  const chosen = pick(rows, random);
  if (!chosen) return;
  const on = addDays(EPOCH, Math.floor(random() * SPAN));
  await w.write((tx) =>
    undoAllocation(tx, w.admin, { allocationId: chosen.id, ...(random() < 0.5 ? { on } : {}) }),
  );
}

async function reverseSome(w: World, random: () => number): Promise<void> {
  const rows = await owner<{ id: string; kind: 'invoice' | 'payment' }[]>`
    select id, kind from documents where org_id = ${w.org.id} and kind in ('invoice', 'payment') order by id`;
  const chosen = pick(rows, random);
  if (!chosen) return;
  const on = addDays(EPOCH, Math.floor(random() * SPAN));
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: chosen.id,
      kind: chosen.kind,
      reason: 'Wrong',
      source: 'staff',
      ...(random() < 0.5 ? { on } : {}),
    }),
  );
}

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
async function historyOf(w: World): Promise<{ items: Item[]; taken: Taken[] }> {
  const at = owner`to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at`;
  const items = await owner<Item[]>`
    select id, amount_minor::int as amount, effective_on::text as day, ${at} from open_items where org_id = ${w.org.id}`;
  const taken = await owner<Taken[]>`
    select debit_item_id as debit, credit_item_id as credit, amount_minor::int as amount, effective_on::text as day, ${at}
    from allocations where org_id = ${w.org.id}`;
  return { items: [...items], taken: [...taken] };
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

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Numbers from 0 to 1 that depend on the seed alone. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
