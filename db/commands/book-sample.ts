import { and, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import type { SampleEvent, SampleMove } from '@/lib/sample/plan';
import { analyzeBooks } from '../bulk';
import { disputes } from '../schema/disputes';
import { allocations } from '../schema/open-items';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { allocate, type Match } from './allocate';
import { type Posting, postDocuments } from './post-documents';
import { reverseDocument } from './reverse-document';
import { undoAllocation } from './undo-allocations';

/** A document of the plan once it is posted. */
export interface BookedDocument {
  readonly documentId: string;
  readonly itemId: string;
}

/** Ids of what the plan names by key. */
export interface SampleIds {
  readonly customers: ReadonlyMap<string, string>;
  readonly documents: ReadonlyMap<string, BookedDocument>;
}

type Paper = Extract<SampleEvent, { key: string }>;
type Talk = Extract<SampleEvent, { kind: 'promise' | 'dispute' }>;

/**
 * Books events of a plan, in day order, as people would have: posted, applied, put right. Answers the documents that
 * were posted, by key; `ids` holds those of earlier events.
 */
export async function bookSample(
  tx: Tx,
  actor: StaffActor,
  { events, ids }: { readonly events: readonly SampleEvent[]; readonly ids: SampleIds },
): Promise<Map<string, BookedDocument>> {
  const papers = events.filter((event): event is Paper => 'key' in event);
  const posted = await postDocuments(
    tx,
    actor,
    papers.map((paper) => postingOf(paper, found(ids.customers, paper.customer))),
  );
  const booked = new Map(
    posted.map(({ documentId, itemIds: [itemId = ''] }, i) => [papers[i]?.key ?? '', { documentId, itemId }]),
  );
  const documents = new Map([...ids.documents, ...booked]);
  await analyzeBooks(tx, booked.size);
  let matches: Match[] = [];
  for (const event of events) {
    if (event.kind === 'payment' || event.kind === 'credit_memo')
      matches.push(...matchesOf(event, documents));
    if (event.kind !== 'bounce' && event.kind !== 'move') continue;
    // What was applied before is put right: it has to be there by now.
    await allocate(tx, actor, matches);
    matches = [];
    const payment = found(documents, event.payment);
    if (event.kind === 'move') await move(tx, actor, { event, documents });
    else {
      const { documentId } = payment;
      const { day: on, reason } = event;
      await reverseDocument(tx, actor, { documentId, kind: 'payment', on, reason, source: 'sample' });
    }
  }
  await allocate(tx, actor, matches);
  const said = events.filter((event): event is Talk => event.kind === 'promise' || event.kind === 'dispute');
  await noteTalk(tx, actor, { said, ids: { ...ids, documents } });
  return booked;
}

function postingOf(paper: Paper, customerId: string): Posting {
  const { kind, day: documentDate, currency, amountMinor } = paper;
  const dueOn = kind === 'invoice' ? paper.dueOn : documentDate;
  const posting = {
    kind,
    customerId,
    documentDate,
    currency,
    instalments: [{ dueOn, amountMinor }],
    source: 'sample',
  } as const;
  if (kind === 'payment') {
    const { method, reference } = paper;
    return { ...posting, payment: { method, reference } };
  }
  const { lines, taxMinor } = paper;
  return { ...posting, lines, taxMinor, ...(kind === 'credit_memo' ? { reason: paper.reason } : {}) };
}

function matchesOf(
  credit: Extract<SampleEvent, { kind: 'payment' | 'credit_memo' }>,
  documents: SampleIds['documents'],
): Match[] {
  const creditItemId = found(documents, credit.key).itemId;
  return credit.parts.map(({ invoice, amountMinor }) => ({
    debitItemId: found(documents, invoice).itemId,
    creditItemId,
    amountMinor,
  }));
}

async function move(
  tx: Tx,
  actor: StaffActor,
  { event, documents }: { event: SampleMove; documents: SampleIds['documents'] },
): Promise<void> {
  const [wrong, right, payment] = [event.from, event.to, event.payment].map(
    (key) => found(documents, key).itemId,
  );
  if (!wrong || !right || !payment) throw new Error('a payment that was moved lost an item');
  const [applied] = await tx
    .select({ allocationId: allocations.id })
    .from(allocations)
    .where(and(eq(allocations.debitItemId, wrong), eq(allocations.creditItemId, payment)));
  if (!applied) throw new Error('a payment that was moved had not been applied');
  await undoAllocation(tx, actor, { ...applied, on: event.day });
  const { amountMinor, day: effectiveOn } = event;
  await allocate(tx, actor, [{ debitItemId: right, creditItemId: payment, amountMinor, effectiveOn }]);
}

async function noteTalk(
  tx: Tx,
  actor: StaffActor,
  { said, ids }: { said: readonly Talk[]; ids: SampleIds },
): Promise<void> {
  const about = ({ customer, invoice, amountMinor }: Talk) => ({
    customerId: found(ids.customers, customer),
    documentId: found(ids.documents, invoice).documentId,
    amountMinor,
    createdBy: actor.userId,
  });
  const promised = said.flatMap((talk) => {
    if (talk.kind !== 'promise') return [];
    const { currency, day: promisedOn, promisedFor, note } = talk;
    return [{ ...about(talk), currency, promisedOn, promisedFor, note }];
  });
  const contested = said.flatMap((talk) => {
    if (talk.kind !== 'dispute') return [];
    return [{ ...about(talk), reason: talk.reason, openedOn: talk.day }];
  });
  if (promised.length > 0) await tx.insert(promises).values(promised);
  if (contested.length > 0) await tx.insert(disputes).values(contested);
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the sample names ${key}, which is not there`);
  return value;
}
