import type { Actor } from '@/lib/actor';
import { type Accepted, acceptanceOf, type Share } from '@/lib/domain/matching/acceptance';
import type { Minor } from '@/lib/domain/money';
import { isOneOf } from '../one-of';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { lockAllCustomers } from './import-lock';
import { lockCustomers } from './lock-customers';
import { lockDesk } from './lock-desk';
import { lockedRules } from './lock-ledger';
import { matchAffected } from './match-affected';
import { type OpenBankLine, openBankLines, paymentSideOf } from './open-bank-lines';
import { type Posting, postDocuments } from './post-documents';
import { queueReceipts } from './queue-receipts';
import { recordActivity } from './record-activity';
import { type Lesson, learnPayers, recordDecisions } from './record-decisions';

/** Lines that are to be booked as proposed. */
export interface AcceptLines {
  readonly lineIds: readonly string[];
  /** Which of the ways that are offered, from 0; one line that needs a choice is booked in no other way. */
  readonly way?: number;
  readonly batchId: string;
}

/** What became of the lines. */
export interface AcceptedLines {
  readonly bookedCount: number;
  /** Lines whose invoices or customers changed since they were matched: matched again, not booked. */
  readonly staleCount: number;
  /** Lines of a closed period: they are left as they are. */
  readonly lockedCount: number;
}

/**
 * Books lines as they were proposed, all in one transaction: a payment for each customer of a line, applied as proposed. Each is
 * held against the books first; what does not fit any more is matched again instead. What was booked teaches whose money it is.
 * @throws Refusal what posting refuses.
 */
export async function acceptLines(tx: Tx, actor: Actor, input: AcceptLines): Promise<AcceptedLines> {
  await lockDesk(tx);
  const open = (await openBankLines(tx, input.lineIds)).filter((line) => line.repeatsId === null);
  const wanted = open.flatMap((line) => acceptedOf(line, input.way) ?? []);
  await lockAllCustomers(tx, customersOf(wanted));
  const { lockedOn } = await lockedRules(tx);
  const isLocked = new Set(
    open.filter((line) => lockedOn !== null && line.bookedOn <= lockedOn).map(({ id }) => id),
  );
  const { shares, staleIds } = acceptanceOf(
    wanted.filter(({ lineId }) => !isLocked.has(lineId)),
    await openNow(tx, wanted),
    await archivedAmong(tx, customersOf(wanted)),
  );
  const lines = new Map(open.map((line) => [line.id, line]));
  const bookedIds = new Set(shares.map((share) => share.lineId));
  await bookShares(tx, actor, { shares, lines, batchId: input.batchId });
  const counts = { bookedCount: bookedIds.size, staleCount: staleIds.length, lockedCount: isLocked.size };
  const booked = open.filter((line) => bookedIds.has(line.id));
  await matchAffected(tx, {
    lines: [...booked, ...open.filter(({ id }) => staleIds.includes(id))],
    itemIds: shares.flatMap((share) => share.parts.map((part) => part.itemId)),
  });
  const [first] = booked;
  if (first)
    await recordActivity(tx, actor, {
      verb: 'bank_lines_booked',
      objectKind: 'bank_statement',
      objectId: first.statementId,
      after: { lines: bookedIds.size, payments: shares.length },
    });
  return counts;
}

function acceptedOf({ id, proposal }: OpenBankLine, way: number | undefined): Accepted | null {
  const candidate = proposal?.candidates[way ?? 0];
  if (!proposal || !candidate || (proposal.confidence === 'choose' && way === undefined)) return null;
  return { lineId: id, confidence: proposal.confidence, candidate };
}

function customersOf(accepted: readonly Accepted[]): string[] {
  return [
    ...new Set(
      accepted.flatMap(({ candidate }) => [
        candidate.customerId,
        ...candidate.parts.map((part) => part.customerId),
      ]),
    ),
  ];
}

async function openNow(tx: Tx, accepted: readonly Accepted[]): Promise<Map<string, Minor>> {
  const ids = accepted.flatMap(({ candidate }) => candidate.parts.map((part) => part.itemId));
  const rows = await tx
    .select({ id: openItems.id, openMinor: openItems.openMinor })
    .from(openItems)
    .where(isOneOf(openItems.id, ids));
  return new Map(rows.map((row) => [row.id, row.openMinor]));
}

async function archivedAmong(tx: Tx, customerIds: readonly string[]): Promise<Set<string>> {
  const customers = await lockCustomers(tx, customerIds);
  return new Set([...customers.values()].filter((each) => each.archivedAt).map((each) => each.id));
}

interface Booking {
  readonly shares: readonly Share[];
  readonly lines: ReadonlyMap<string, OpenBankLine>;
  readonly batchId: string;
}

async function bookShares(tx: Tx, actor: Actor, { shares, lines, batchId }: Booking): Promise<void> {
  const lineOf = (share: Share) => {
    const line = lines.get(share.lineId);
    if (!line) throw new Error('a share lost its line');
    return line;
  };
  const posted = await postDocuments(
    tx,
    actor,
    shares.map((share) => postingOf(share, lineOf(share))),
  );
  const made = shares.map((share, i) => {
    const payment = posted[i];
    const creditItemId = payment?.itemIds[0];
    if (!payment || !creditItemId) throw new Error('a payment was not posted');
    return { share, documentId: payment.documentId, number: payment.number, creditItemId };
  });
  await allocate(
    tx,
    actor,
    made.flatMap(({ share, creditItemId }) =>
      share.parts.map(({ itemId, amountMinor }) => ({ debitItemId: itemId, creditItemId, amountMinor })),
    ),
  );
  await recordDecisions(
    tx,
    actor,
    batchId,
    made.map(({ share: { lineId, customerId, amountMinor }, documentId }) => ({
      lineId,
      customerId,
      amountMinor,
      documentId,
      kind: 'payment',
    })),
  );
  await learnPayers(tx, lessonsOf(shares, lines));
  await queueReceipts(
    tx,
    actor,
    made.map(({ share, documentId, number }) => {
      const { customerId, amountMinor } = share;
      const line = lineOf(share);
      const { currency, bookedOn: receivedOn } = line;
      const { method } = paymentSideOf(line);
      return { documentId, customerId, number, currency, amountMinor, receivedOn, method };
    }),
  );
}

function lessonsOf(shares: readonly Share[], lines: ReadonlyMap<string, OpenBankLine>): Lesson[] {
  const customers = new Map<string, string[]>();
  for (const { lineId, customerId } of shares)
    customers.set(lineId, [...(customers.get(lineId) ?? []), customerId]);
  return [...customers].flatMap(([lineId, customerIds]) => {
    const line = lines.get(lineId);
    if (!line) return [];
    const { payerName, payerAccount } = line;
    return [{ lineId, payerName, payerAccount, customerIds }];
  });
}

/** A payment as the statement tells it. */
function postingOf({ customerId, amountMinor }: Share, line: OpenBankLine): Posting {
  return {
    kind: 'payment',
    customerId,
    documentDate: line.bookedOn,
    currency: line.currency,
    instalments: [{ dueOn: line.bookedOn, amountMinor }],
    source: 'staff',
    payment: paymentSideOf(line),
  };
}
