import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import type { PaperFact } from '@/lib/sources/facts';
import type { Reason } from '@/lib/sources/reasons';
import { type BookRules, bookRules, firstOpenDay } from '../../queries/book-rules';
import type { Connection } from '../../queries/connection';
import type { Tx } from '../../scope';
import { postDocuments } from '../post-documents';
import { reverseDocuments } from '../reverse-documents';
import { type Decision, decidePaper } from './decide-paper';
import { freeNumbers } from './free-numbers';
import { type PaperToLoad, papersToLoad } from './papers-to-load';
import { paysWhat } from './pays-what';
import { postingOf } from './posting-of';
import { addCounts } from './sync-progress';

type Post = Extract<Decision, { do: 'post' }>;

/** What is to be done about each of some rows. */
type Decided = { readonly row: PaperToLoad; readonly decision: Decision }[];

/** What holds for all of them. */
interface How extends Pick<Loading, 'object'>, Pick<Connection, 'system'> {
  readonly rules: BookRules;
}

/** Which rows of a run are to be booked. */
interface Loading {
  readonly connection: Connection;
  readonly runId: string;
  readonly object: PaperFact['object'] | 'payment';
}

/**
 * Books some rows that were checked: posts what is new, reverses what is gone, both for what changed. What a person has reversed here
 * stays reversed until the row says something else. Answers how many rows: 0 when all are done.
 */
export async function loadPapers(tx: Tx, actor: StaffActor, loading: Loading): Promise<number> {
  const { connection, runId, object } = loading;
  const rows = await papersToLoad(tx, connection.id, object);
  if (rows.length === 0) return 0;
  const rules = await bookRules(tx);
  const sharesCurrency = connection.currency === rules.currency;
  const first = rows.map((row) => ({ row, decision: decidePaper(row, { ...rules, sharesCurrency }) }));
  const decided = await withoutDoubtful(tx, loading, first);
  const how = { object, rules, system: connection.system };
  const reversed = await reverseOld(tx, actor, decided, how);
  const posted = await postNew(tx, actor, decided, how);
  await keep(tx, connection.id, object, decided, posted);
  await addCounts(tx, runId, { posted: posted.size, reversed });
  return rows.length;
}

/** Sets aside payments for what is not booked. */
async function withoutDoubtful(tx: Tx, { connection, object }: Loading, decided: Decided): Promise<Decided> {
  if (object !== 'payment') return decided;
  const paying = decided.flatMap(({ row, decision }) => {
    if (decision.do !== 'post' && decision.do !== 'keep') return [];
    const { fact, customerId } = row;
    return fact?.object === 'payment' && customerId && !row.isGone
      ? [{ sourceId: row.sourceId, fact, customerId }]
      : [];
  });
  const doubtful = await paysWhat(tx, connection.id, paying);
  return decided.map(({ row, decision }) => {
    const doubt = doubtful.get(row.sourceId);
    return { row, decision: doubt ? { do: 'aside', ...doubt } : decision };
  });
}

/** Reverses what is gone or changed, each on its own day, a void one on the day it was voided. Answers how many documents. */
function reverseOld(tx: Tx, actor: StaffActor, decided: Decided, { system, rules }: How): Promise<number> {
  const old = decided.flatMap(({ row, decision }) => {
    if (!row.isStanding || (decision.do !== 'reverse' && decision.do !== 'post')) return [];
    const { fact, isGone, documentId, depositId } = row;
    const day = fact && !isGone ? voidDay(fact, rules) : null;
    return [documentId, depositId].flatMap((id) => (id === null ? [] : [{ id, day }]));
  });
  return reverseOn(tx, actor, old, `Changed in ${system}`);
}

/** Posts what is new, and reverses at once what is void. Answers what was posted, by its name there; a payment of nothing has none. */
async function postNew(
  tx: Tx,
  actor: StaffActor,
  decided: Decided,
  { object, rules }: How,
): Promise<Map<string, string>> {
  const posts = await numbered(tx, object, decided);
  const some = posts.filter(({ post }) => post.fact.object !== 'payment' || post.fact.totalMinor > 0);
  const posted = await postDocuments(
    tx,
    actor,
    some.map(({ post, number }) => postingOf(post, number)),
  );
  const voided = some.flatMap(({ post: { fact } }, at) => {
    const [id, day] = [posted[at]?.documentId, voidDay(fact, rules)];
    return day !== null && id ? [{ id, day }] : [];
  });
  await reverseOn(tx, actor, voided, 'Void');
  return new Map(some.map(({ sourceId }, at) => [sourceId, posted[at]?.documentId ?? '']));
}

/** The day on which what is void there ends here; null for what is not. */
function voidDay(
  { voidedOn, documentDate }: Pick<PaperFact, 'voidedOn' | 'documentDate'>,
  rules: BookRules,
): PlainDate | null {
  return voidedOn === null ? null : firstOpenDay(later(voidedOn, documentDate), rules);
}

/** Reverses documents, each on a day, or on its own. Answers how many, with those that go along. */
async function reverseOn(
  tx: Tx,
  actor: StaffActor,
  old: readonly { readonly id: string; readonly day: PlainDate | null }[],
  reason: string,
): Promise<number> {
  let count = 0;
  for (const [on, some] of Map.groupBy(old, ({ day }) => day)) {
    const how = { documentIds: some.map(({ id }) => id), reason, source: 'sync' } as const;
    count += (await reverseDocuments(tx, actor, on === null ? how : { ...how, on })).length;
  }
  return count;
}

/** What can be posted, with its number; what has none to bear is decided anew: it is set aside. */
async function numbered(tx: Tx, object: Loading['object'], decided: Decided) {
  const posts = decided.flatMap(({ row, decision }, at) =>
    decision.do === 'post' ? [{ at, row, sourceId: row.sourceId, post: decision }] : [],
  );
  if (object === 'payment') return posts.map((each) => ({ ...each, number: null }));
  const wanting = posts.map(({ row, post }) => ({
    ...row,
    number: post.fact.object === 'payment' ? null : post.fact.number,
  }));
  const numbers = await freeNumbers(tx, object, wanting);
  return posts.flatMap((each) => {
    const found = numbers.get(each.sourceId);
    if (found && 'number' in found) return [{ ...each, number: found.number }];
    decided[each.at] = {
      row: each.row,
      decision: { do: 'aside', reason: found?.reason ?? 'repeated_number' },
    };
    return [];
  });
}

/** Notes what became of each row. */
async function keep(
  tx: Tx,
  connectionId: string,
  object: Loading['object'],
  decided: Decided,
  posted: ReadonlyMap<string, string>,
): Promise<void> {
  const done = decided.map(({ row, decision }) => ({
    source_id: row.sourceId,
    ...outcome(row, decision, posted),
  }));
  await tx.execute(sql`
    update source_rows s set state = case when d.reason is null then 'booked' else 'quarantined' end, reason = d.reason,
      detail = coalesce(d.detail, ''), customer_id = d.customer_id, document_id = d.document_id, deposit_id = d.deposit_id,
      booked = d.booked, is_unapplied = s.is_unapplied or d.customer_id is not null
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb) as d (source_id text, reason text, detail text, customer_id uuid,
      document_id uuid, deposit_id uuid, booked text)
    where s.connection_id = ${connectionId} and s.object = ${object} and s.source_id = d.source_id`);
}

function outcome(row: PaperToLoad, decision: Decision, posted: ReadonlyMap<string, string>) {
  const { bookedFor, documentId, depositId, booked } = row;
  const before = { customer_id: bookedFor, document_id: documentId, deposit_id: depositId, booked };
  if (decision.do === 'keep') return { ...before, reason: null };
  if (decision.do === 'aside')
    return { ...before, reason: decision.reason satisfies Reason, detail: decision.detail ?? '' };
  if (decision.do === 'reverse') return { ...before, deposit_id: null, booked: null, reason: null };
  return after(decision, posted.get(row.sourceId));
}

function after({ customerId, print, fact }: Post, documentId: string | undefined) {
  const isVoid = fact.voidedOn !== null;
  return {
    customer_id: customerId,
    document_id: documentId ?? null,
    deposit_id: null,
    booked: isVoid ? null : print,
    reason: null,
  };
}
