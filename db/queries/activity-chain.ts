import { sql } from 'drizzle-orm';
import type { Tx } from '../scope';

/** Checking costs about 20 µs an entry, so a page looks at this many of the newest; `verify` looks at all. */
const CHECKED = 20_000;
/** And this many when somebody asks for it on screen. */
const ASKED = 200_000;

/** What became of the chain of entries, each of which carries the hash of the one before. */
export interface ActivityChain {
  /** Entries in all. */
  readonly entries: number;
  /** How many of the newest were checked. */
  readonly checked: number;
  /** The oldest entry found that is changed, missing or out of place; null when all checked are whole. */
  readonly brokenAt: number | null;
  /** The hash of the last entry: to compare with one kept elsewhere; '' without entries. */
  readonly headHash: string;
}

/** Whether the newest entries are as they were written: every hash right, none missing, the last one the last. */
export function activityChain(tx: Tx): Promise<ActivityChain> {
  return chainOf(tx, CHECKED);
}

/** The same of ten times as many, which may take some seconds. */
export function longActivityChain(tx: Tx): Promise<ActivityChain> {
  return chainOf(tx, ASKED);
}

async function chainOf(tx: Tx, most: number): Promise<ActivityChain> {
  const [row] = await tx.execute<{
    entries: number;
    checked: number;
    broken_at: number | null;
    head_hash: string;
  }>(sql`
    with head as (select org_id, sequence, hash from activity_heads),
    newest as (
      select a.*, app.activity_hash(a) as computed from activity a, head h
      where a.org_id = h.org_id and a.sequence > h.sequence - ${most}
    ),
    broken as (
      select a.sequence from newest a
      left join activity p on p.org_id = a.org_id and p.sequence = a.sequence - 1
      where a.hash <> a.computed or a.previous_hash <> coalesce(p.hash, '')
        or (a.sequence > 1 and p.sequence is null)
      union all
      select h.sequence from head h left join newest a on a.sequence = h.sequence
      where a.hash is distinct from h.hash
    )
    select coalesce((select sequence from head), 0)::int as entries,
      (select count(*) from newest)::int as checked,
      (select min(sequence) from broken)::int as broken_at,
      coalesce((select hash from head), '') as head_hash`);
  if (!row) throw new Error('the chain returned no row');
  return { entries: row.entries, checked: row.checked, brokenAt: row.broken_at, headHash: row.head_hash };
}
