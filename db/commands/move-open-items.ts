import type { Actor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { uuid7 } from '@/lib/uuid';
import type { MovableItem } from '../queries/mergeable';
import { transfers } from '../schema/transfers';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { type Posted, type Posting, postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

interface Move {
  readonly from: { readonly id: string; readonly name: string };
  readonly into: { readonly id: string; readonly name: string };
  readonly items: readonly MovableItem[];
  readonly on: PlainDate;
}

/**
 * Moves open items from one customer to another, each by a transfer: on the one it is settled, on the other a document of the same
 * amount takes its place, due on the same day. Both customers are locked. Answers the transfers, and which item took the place of which.
 * @throws Refusal `period_locked`, `customer_archived`.
 */
export async function moveOpenItems(
  tx: Tx,
  actor: Actor,
  { from, into, items, on }: Move,
): Promise<{ transferIds: string[]; arrived: ReadonlyMap<string, string> }> {
  if (items.length === 0) return { transferIds: [], arrived: new Map() };
  const posted = await postDocuments(
    tx,
    actor,
    items.flatMap((item) => postingsOf(item, from, into, on)),
  );
  const moved = items.map((item, i) => ({
    item,
    left: sideOf(posted[2 * i]),
    arrived: sideOf(posted[2 * i + 1]),
    transferId: uuid7(),
  }));
  await allocate(
    tx,
    actor,
    moved.map(({ item, left }) => ({
      ...(item.openMinor > 0
        ? { debitItemId: item.itemId, creditItemId: left.itemId }
        : { debitItemId: left.itemId, creditItemId: item.itemId }),
      amountMinor: sizeOf(item),
    })),
  );
  await tx.insert(transfers).values(
    moved.map(({ item, left, arrived, transferId }) => {
      const [debtor, creditor] = [
        { id: into.id, documentId: arrived.documentId },
        { id: from.id, documentId: left.documentId },
      ];
      // Who takes a debt over pays for who had it; who gives a credit away pays for who gets it.
      const [payer, paidFor] = item.openMinor > 0 ? [debtor, creditor] : [creditor, debtor];
      return {
        id: transferId,
        payerCustomerId: payer.id,
        payerDocumentId: payer.documentId,
        paidForCustomerId: paidFor.id,
        paidForDocumentId: paidFor.documentId,
        createdBy: actor.userId,
      };
    }),
  );
  for (const { item, left, arrived } of moved)
    for (const [side, customerId] of [
      [left, from.id],
      [arrived, into.id],
    ] as const)
      await recordActivity(tx, actor, {
        verb: 'transfer_posted',
        objectKind: 'document',
        objectId: side.documentId,
        customerId,
        after: {
          number: side.number,
          amountMinor: sizeOf(item),
          currency: item.currency,
          from: from.name,
          to: into.name,
        },
      });
  return {
    transferIds: moved.map(({ transferId }) => transferId),
    arrived: new Map(moved.map(({ item, arrived }) => [item.itemId, arrived.itemId])),
  };
}

/** What settles the item where it was, and what takes its place. */
function postingsOf(
  item: MovableItem,
  from: Move['from'],
  into: Move['into'],
  on: PlainDate,
): [Posting, Posting] {
  const isDebit = item.openMinor > 0;
  const documentDate = later(on, item.effectiveOn);
  const amountMinor = sizeOf(item);
  const common = { documentDate, currency: item.currency, source: 'staff' } as const;
  return [
    {
      ...common,
      kind: isDebit ? 'transfer_out' : 'transfer_in',
      customerId: from.id,
      instalments: [{ dueOn: documentDate, amountMinor }],
      relatesToId: item.documentId,
      reason: `${item.number} goes on at ${into.name}`,
    },
    {
      ...common,
      kind: isDebit ? 'transfer_in' : 'transfer_out',
      customerId: into.id,
      instalments: [{ dueOn: isDebit ? item.dueOn : documentDate, amountMinor }],
      reason: `${item.number} of ${from.name}`,
    },
  ];
}

function sizeOf({ openMinor }: MovableItem): Minor {
  return toMinor(Math.abs(openMinor));
}

function sideOf(posted: Posted | undefined) {
  const itemId = posted?.itemIds[0];
  if (!posted || !itemId) throw new Error('a side of the move lacks its item');
  return { documentId: posted.documentId, number: posted.number, itemId };
}
