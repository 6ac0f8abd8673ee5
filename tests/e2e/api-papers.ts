import type { APIResponse } from '@playwright/test';
import { type Books, bodyOf, customerOf, invoiceOf } from './api-books';

/** One asking of each operation about credit memos, refunds, write-offs, opening balances, transfers and moved money. */
export async function papersAsked(books: Books): Promise<Record<string, () => Promise<APIResponse>>> {
  const { admin, manager } = books;
  const payer = await customerOf(books, 'Papers');
  const child = await customerOf(books, 'Papers of a child', { parent_id: payer });
  const due = await invoiceOf(books, payer, 500);
  const other = await invoiceOf(books, payer, 500);
  const theirs = await invoiceOf(books, child, 500);
  const date = '2026-02-02';
  const made = async (path: string, body: object) => bodyOf(await admin.post(path, body), 201);
  const received = { customer_id: payer, received_on: '2026-02-01', amount: 300, allocate: 'none' };
  const { payment_id: credit_id } = await made('/payments', received);
  const {
    allocation_ids: [allocation],
  } = (await made('/allocations', { debit_id: due, credit_id, amount: 10 })) as { allocation_ids: string[] };
  const { credit_memo_id: memo } = await made('/credit-memos', { customer_id: payer, date, amount: 5 });
  const { refunds } = (await made('/refunds', { credit_id, amount: 5, date })) as {
    refunds: [{ refund_id: string }];
  };
  const gone = { invoice_id: due, amount: 5, date, reason: 'Insolvent' };
  const { write_off_id: recovered } = await made('/write-offs', gone);
  const { write_off_id: voided } = await made('/write-offs', gone);
  const { opening_balance_id: opening } = await made('/opening-balances', {
    customer_id: payer,
    date,
    amount: -5,
  });
  const carried = { from_credit_id: credit_id, to_invoice_id: theirs, amount: 5, date };
  const { transfer_id: transfer } = await made('/transfers', carried);
  const reason = 'Booked wrong';
  return {
    createCreditMemo: () =>
      admin.post('/credit-memos', { customer_id: payer, date, amount: '9.50', apply_to: due, reason }),
    getCreditMemo: () => manager.get(`/credit-memos/${String(memo)}`),
    voidCreditMemo: () => admin.post(`/credit-memos/${String(memo)}/void`, { reason }),
    createRefund: () => admin.post('/refunds', { customer_id: payer, amount: 1, date, reason }),
    getRefund: () => manager.get(`/refunds/${refunds[0].refund_id}`),
    voidRefund: () => admin.post(`/refunds/${refunds[0].refund_id}/void`, { reason }),
    createWriteOff: () => admin.post('/write-offs', { credit_id, amount: 1, date, reason }),
    getWriteOff: () => manager.get(`/write-offs/${String(recovered)}`),
    recoverWriteOff: () => admin.post(`/write-offs/${String(recovered)}/recover`, { amount: 2, date }),
    voidWriteOff: () => admin.post(`/write-offs/${String(voided)}/void`, { reason }),
    createOpeningBalance: () =>
      admin.post('/opening-balances', { customer_id: payer, date, due_date: '2025-12-31', amount: 8 }),
    getOpeningBalance: () => manager.get(`/opening-balances/${String(opening)}`),
    voidOpeningBalance: () => admin.post(`/opening-balances/${String(opening)}/void`, { reason }),
    createTransfer: () => admin.post('/transfers', carried),
    getTransfer: () => manager.get(`/transfers/${String(transfer)}`),
    reverseTransfer: () => admin.post(`/transfers/${String(transfer)}/reverse`, { reason }),
    moveAllocation: () =>
      admin.post(`/allocations/${allocation}/move`, { to: [{ debit_id: other, amount: 4 }], on: date }),
  };
}
