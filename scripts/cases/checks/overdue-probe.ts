import { textIn } from '../api';
import type { Books } from '../books';

/** An invoice to try, and the day on which it is looked at. */
export interface Trial {
  readonly due: string;
  readonly on: string;
  readonly amount?: number | undefined;
  /** What is left of it; all of it unless given. */
  readonly outstanding?: number | undefined;
  readonly state?: 'open' | 'draft' | 'void';
}

/**
 * Whether the product itself calls an invoice overdue: it is posted, paid down and voided as told in books that hold nothing
 * else, and asked about on the day.
 */
export async function isOverdue(books: Books, trial: Trial): Promise<boolean> {
  const { due, on, amount = 100, outstanding = amount, state = 'open' } = trial;
  const api = await books.spare();
  const { customer_id } = await api.post('/customers', { name: `Due ${due}`, currency: books.base });
  const date = due < on ? due : on;
  const { invoice_id } = await api.post('/invoices', {
    customer_id,
    invoice_date: date,
    due_date: due,
    amount,
    ...(state === 'draft' ? { draft: true } : {}),
  });
  const id = textIn(invoice_id);
  if (state === 'draft') return (await api.get(`/invoices/${id}`)).past_due === true;
  if (outstanding < amount) {
    const share = Math.round((amount - outstanding) * 1_000) / 1_000;
    const allocate = [{ invoice_id: id, amount: share }];
    await api.post('/payments', { customer_id, received_on: date, amount: share, allocate, method: 'Other' });
  }
  if (state === 'void') await api.post(`/invoices/${id}/void`, { reason: 'As the case says' });
  return (await api.get(`/invoices/${id}`, { as_of: on })).past_due === true;
}
