import { applyCredit } from '@/db/commands/apply-credit';
import { postCreditMemo } from '@/db/commands/post-credit-memo';
import { postInvoice } from '@/db/commands/post-invoice';
import { refundCredit } from '@/db/commands/refund-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { writeOff } from '@/db/commands/write-off';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { toMinor, ZERO } from '@/lib/domain/money';
import { owner } from '../../world';
import { pick } from '../random-history';
import type { World } from '../report-at';
import type { ModelBooks, ModelDocument, ModelItem } from './model-books';

/** The books, their model, the day, and chance. */
export interface Play {
  readonly w: World;
  readonly model: ModelBooks;
  readonly on: PlainDate;
  readonly random: () => number;
}

/**
 * One thing to try: `isAllowed` is what the model says of it, `run` does it to the books, and `follow` to the model, from
 * what the books answered.
 */
export interface Step<T = unknown> {
  readonly what: string;
  readonly isAllowed: boolean;
  readonly run: () => Promise<T>;
  readonly follow: (answer: T) => void;
}

interface Posted {
  readonly documentId: string;
  readonly number: string;
}

const step = <T>(made: Step<T>): Step => made as Step;

/** Something at random that can be tried, though it may have to be refused. */
export function anyStep(play: Play): Step {
  const dice = play.random();
  if (dice < 0.24) return invoice(play);
  if (dice < 0.36) return payment(play, 'oldest');
  if (dice < 0.41) return payment(play, 'none');
  if (dice < 0.51) return paymentFor(play);
  if (dice < 0.58) return creditMemo(play);
  if (dice < 0.68) return application(play);
  if (dice < 0.78) return undo(play);
  if (dice < 0.88) return reversal(play);
  if (dice < 0.94) return rest(play);
  return refund(play);
}

const amountOf = ({ random }: Play, most = 500) => 1 + Math.floor(random() * most);
const source = 'staff' as const;

function invoice(play: Play): Step {
  const { w, on, random, model } = play;
  const total = amountOf(play);
  const first = random() < 0.3 && total > 1 ? 1 + Math.floor(random() * (total - 1)) : total;
  const parts = [
    { due: addDays(on, Math.floor(random() * 30)), amount: first },
    ...(first < total ? [{ due: addDays(on, 31 + Math.floor(random() * 30)), amount: total - first }] : []),
  ];
  return step<Posted>({
    what: `invoice of ${parts.map((part) => part.amount).join(' + ')}`,
    isAllowed: true,
    run: () =>
      w.write((tx) =>
        postInvoice(tx, w.admin, {
          customerId: w.customerId,
          invoiceDate: on,
          lines: [],
          total: { totalMinor: toMinor(total), taxMinor: ZERO },
          instalments: parts.map(({ due, amount }) => ({ dueOn: due, amountMinor: toMinor(amount) })),
          source,
        }),
      ),
    follow: ({ documentId, number }) => model.post({ id: documentId, number, kind: 'invoice' }, parts),
  });
}

function payment(play: Play, apply: 'oldest' | 'none'): Step {
  const { w, on, model } = play;
  const amount = amountOf(play);
  return step<Posted>({
    what: `payment of ${amount}, ${apply}`,
    isAllowed: true,
    run: () => w.pay(amount, on, { apply }),
    follow: ({ documentId, number }) => {
      const paid = model.post({ id: documentId, number, kind: 'payment' }, [{ due: on, amount: -amount }]);
      if (apply === 'oldest') model.applyTo(model.oldestFirst(), only(paid), amount);
    },
  });
}

function paymentFor(play: Play): Step {
  const { w, on, model, random } = play;
  const chosen = pick(ofKind(model, 'invoice'), random);
  if (!chosen) return invoice(play);
  const open = openOf(chosen);
  const amount = random() < 0.2 ? open + 1 : Math.min(amountOf(play), Math.max(1, open));
  return step<Posted>({
    what: `payment of ${amount} for ${chosen.number}`,
    isAllowed: amount <= open,
    run: () => w.pay(amount, on, { apply: [{ invoiceId: chosen.id, amountMinor: toMinor(amount) }] }),
    follow: ({ documentId, number }) => {
      const paid = model.post({ id: documentId, number, kind: 'payment' }, [{ due: on, amount: -amount }]);
      model.applyTo(chosen.items, only(paid), amount);
    },
  });
}

function creditMemo(play: Play): Step {
  const { w, on, model, random } = play;
  const amount = amountOf(play, 300);
  const chosen = random() < 0.6 ? pick(ofKind(model, 'invoice'), random) : undefined;
  return step<Posted>({
    what: `credit memo of ${amount}${chosen ? ` for ${chosen.number}` : ''}`,
    isAllowed: !chosen?.isReversed,
    run: () =>
      w.write((tx) =>
        postCreditMemo(tx, w.admin, {
          customerId: w.customerId,
          creditDate: on,
          lines: [],
          total: { totalMinor: toMinor(amount), taxMinor: ZERO },
          source,
          ...(chosen ? { applyTo: chosen.id } : {}),
        }),
      ),
    follow: ({ documentId, number }) => {
      const memo = model.post({ id: documentId, number, kind: 'credit_memo' }, [
        { due: on, amount: -amount },
      ]);
      if (chosen) model.applyTo(chosen.items, only(memo), amount);
    },
  });
}

function application(play: Play): Step {
  const { w, model, random } = play;
  const standing = model.items().filter((item) => !item.document.isReversed);
  const debit = pick(
    standing.filter((item) => item.document.kind === 'invoice'),
    random,
  );
  const credit = pick(
    standing.filter((item) => ['payment', 'credit_memo'].includes(item.document.kind)),
    random,
  );
  if (!debit || !credit) return payment(play, 'none');
  const amount = amountOf(play, 200);
  return step({
    what: `${amount} of ${credit.document.number} to ${debit.document.number}`,
    isAllowed: amount <= debit.open && amount <= -credit.open,
    run: async () => {
      const [debitItemId, creditItemId] = [await idOf(w, debit), await idOf(w, credit)];
      return w.write((tx) =>
        applyCredit(tx, w.admin, [{ debitItemId, creditItemId, amountMinor: toMinor(amount) }]),
      );
    },
    follow: () => model.applyTo([debit], credit, amount),
  });
}

function undo(play: Play): Step {
  const { w, model, random } = play;
  const chosen = pick(
    model.applications.filter(
      ({ debit, credit }) => debit.document.kind === 'invoice' && credit.document.kind !== 'write_off',
    ),
    random,
  );
  if (!chosen) return payment(play, 'oldest');
  // Those of one debit and credit and of one amount are alike: any of them that lives, or else any.
  const alike = model.applications.filter(
    (each) => each.debit === chosen.debit && each.credit === chosen.credit && each.amount === chosen.amount,
  );
  const target = alike.find((each) => each.isLive) ?? chosen;
  return step({
    what: `${chosen.amount} of ${chosen.credit.document.number} taken back from ${chosen.debit.document.number}`,
    isAllowed: target.isLive,
    run: async () => {
      const [debitId, creditId] = [await idOf(w, chosen.debit), await idOf(w, chosen.credit)];
      const [row] = await owner<{ id: string }[]>`select a.id from allocations a
        left join allocations u on u.reverses_id = a.id where a.debit_item_id = ${debitId}
        and a.credit_item_id = ${creditId} and a.amount_minor = ${chosen.amount} order by u.id is not null limit 1`;
      return w.write((tx) => undoAllocation(tx, w.admin, { allocationId: row?.id ?? '' }));
    },
    follow: () => model.undo(target),
  });
}

function reversal(play: Play): Step {
  const { w, on, model, random } = play;
  const chosen = pick(ofKind(model, 'invoice', 'payment', 'credit_memo'), random);
  if (!chosen) return invoice(play);
  return step({
    what: `${chosen.number} reversed`,
    isAllowed: !chosen.isReversed,
    run: () =>
      w.write((tx) =>
        reverseDocument(tx, w.admin, {
          documentId: chosen.id,
          kind: chosen.kind as 'invoice' | 'payment' | 'credit_memo',
          on,
          reason: 'Wrong',
          source,
        }),
      ),
    follow: () => model.reverse(chosen),
  });
}

function rest(play: Play): Step {
  const { w, on, model, random } = play;
  const chosen = pick(ofKind(model, 'invoice'), random);
  if (!chosen) return invoice(play);
  const open = openOf(chosen);
  const amount = random() < 0.2 ? open + 1 : Math.max(1, Math.floor(open * random()));
  return step<Posted>({
    what: `${amount} of ${chosen.number} written off`,
    isAllowed: amount <= open,
    run: () =>
      w.write((tx) =>
        writeOff(tx, w.admin, { id: chosen.id, amountMinor: toMinor(amount), on, reason: 'Small', source }),
      ),
    follow: ({ documentId, number }) => {
      const paper = model.post({ id: documentId, number, kind: 'write_off', about: chosen }, [
        { due: on, amount: -amount },
      ]);
      model.applyTo(chosen.items, only(paper), amount);
    },
  });
}

function refund(play: Play): Step {
  const { w, on, model, random } = play;
  const chosen = pick(ofKind(model, 'payment', 'credit_memo'), random);
  if (!chosen) return payment(play, 'none');
  const free = -openOf(chosen);
  const amount = random() < 0.3 ? free + 1 : Math.max(1, Math.floor(free * random()));
  return step<Posted[]>({
    what: `${amount} of ${chosen.number} given back`,
    isAllowed: amount <= free,
    run: () =>
      w.write((tx) =>
        refundCredit(tx, w.admin, {
          from: { creditId: chosen.id },
          amountMinor: toMinor(amount),
          refundedOn: on,
          source,
        }),
      ),
    follow: (refunds) => {
      for (const { documentId, number } of refunds) {
        const back = model.post({ id: documentId, number, kind: 'refund' }, [{ due: on, amount }]);
        model.applyTo(back.items, only(chosen), amount);
      }
    },
  });
}

function ofKind(model: ModelBooks, ...kinds: string[]): ModelDocument[] {
  return model.documents.filter((document) => kinds.includes(document.kind));
}

function openOf(document: ModelDocument): number {
  return document.items.reduce((sum, item) => sum + item.open, 0);
}

function only({ items: [item] }: ModelDocument): ModelItem {
  if (!item) throw new Error('a credit has one item');
  return item;
}

async function idOf(w: World, { document, instalment }: ModelItem): Promise<string> {
  const [row] = await owner<{ id: string }[]>`select id from open_items where org_id = ${w.org.id}
    and document_id = ${document.id} and instalment = ${instalment}`;
  return row?.id ?? '';
}
