import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { later } from '@/lib/domain/dates';
import type { PaperFact } from '@/lib/sources/facts';
import type { Reason } from '@/lib/sources/reasons';
import { bookRules, firstOpenDay } from '../../queries/book-rules';
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
  const reversed = await reverseOld(tx, actor, decided, connection);
  const posted = await postNew(tx, actor, object, decided);
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
async function reverseOld(
  tx: Tx,
  actor: StaffActor,
  decided: Decided,
  { system }: Connection,
): Promise<number> {
  const rules = await bookRules(tx);
  const byDay = new Map<string, string[]>();
  for (const { row, decision } of decided) {
    if (!row.isStanding || (decision.do !== 'reverse' && decision.do !== 'post')) continue;
    const { fact, isGone } = row;
    const day = fact?.voidedOn && !isGone ? firstOpenDay(later(fact.voidedOn, fact.documentDate), rules) : '';
    const ids = [row.documentId, row.depositId].filter((id) => id !== null);
    byDay.set(day, [...(byDay.get(day) ?? []), ...ids]);
  }
  let count = 0;
  for (const [day, documentIds] of byDay) {
    const on = decided.find(({ row }) => row.fact?.voidedOn === day)?.row.fact?.voidedOn;
    const how = { reason: `Changed in ${system}`, source: 'sync' } as const;
    count += (await reverseDocuments(tx, actor, on ? { documentIds, on, ...how } : { documentIds, ...how }))
      .length;
  }
  return count;
}

/** Posts what is new, and reverses at once what is void. Answers what was posted, by its name there; a payment of nothing has none. */
async function postNew(
  tx: Tx,
  actor: StaffActor,
  object: Loading['object'],
  decided: Decided,
): Promise<Map<string, string>> {
  const posts = await numbered(tx, object, decided);
  const some = posts.filter(({ post }) => post.fact.object !== 'payment' || post.fact.totalMinor > 0);
  const posted = await postDocuments(
    tx,
    actor,
    some.map(({ post, number }) => postingOf(post, number)),
  );
  const voided = some.flatMap(({ post }, at) => {
    const documentId = posted[at]?.documentId;
    return post.fact.voidedOn !== null && documentId ? [documentId] : [];
  });
  if (voided.length > 0)
    await reverseDocuments(tx, actor, { documentIds: voided, reason: 'Void', source: 'sync' });
  return new Map(some.map(({ sourceId }, at) => [sourceId, posted[at]?.documentId ?? '']));
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
