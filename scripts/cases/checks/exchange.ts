import { rowsIn, textIn } from '../api';
import type { Books } from '../books';
import type { Words } from '../case-file';
import { expectMoney, Mismatch, Unsupported } from '../outcome';
import type { Check, Checks } from './check';

/** Before every day that a case can name. */
const FIRST_DAY = '1900-01-01';

const allocations: Check = async (books, expected, where) => {
  const { data } = await differences(books);
  const gains = rowsIn(data);
  for (const [at, row] of rowsIn(expected).entries()) {
    const [credit, doc] = [textIn(row.payment ?? row.credit), textIn(row.doc)].map((name) => {
      const paper = books.papers.get(name);
      if (!paper) throw new Mismatch(`${where}.${at}`, name, 'nothing of that name');
      return paper;
    });
    if (!credit || !doc) throw new Unsupported(`${where} without payment or doc`);
    const found = await books.api.get(`/invoices/${doc.id}`);
    const live = rowsIn(found.allocations).filter(
      (each) => each.document_id === credit.id && (each.undone_on ?? null) === null,
    );
    const [allocation, another] = live;
    if (!allocation || another) throw new Mismatch(`${where}.${at}`, 'one application', live.length);
    for (const field of Object.keys(row)) {
      if (['payment', 'credit', 'doc'].includes(field)) continue;
      const gain = gains.find((each) => each.allocation_id === allocation.allocation_id);
      if (field === 'amount') expectMoney(`${where}.${at}.amount`, row.amount, allocation.amount);
      else if (field === 'exchange_difference_base')
        expectMoney(`${where}.${at}.${field}`, row[field], gain?.exchange_difference_base);
      else throw new Unsupported(`${where}.${field}`);
    }
  }
};

/** What changing rates won or lost: of what was settled, and once it was valued again, of what is open. */
const exchangeDifference: Check = async (books, expected, where) => {
  const { realised, unrealised } = await differences(books);
  const settled = isSum(realised) ? realised.total : undefined;
  const open = rowsIn(unrealised);
  if (books.revaluedOn === null) return expectMoney(where, expected, settled);
  const [only, another] = open;
  if (another || settled !== 0) throw new Unsupported(`${where} of several kinds`);
  expectMoney(where, expected, only?.gain ?? 0);
};

/** What rates made of the books of a case. */
export const EXCHANGE_CHECKS: Checks = { allocations, exchange_difference_base: exchangeDifference };

function differences(books: Books): Promise<Words> {
  return books.api.get('/exchange-differences', { from: FIRST_DAY, to: books.today, limit: 200 });
}

function isSum(value: unknown): value is { total: number } {
  return typeof value === 'object' && value !== null && 'total' in value;
}
