import { numberIn, rowsIn } from '../api';
import type { Books } from '../books';
import type { Value } from '../case-file';
import type { Given } from '../given';
import { expectMoney, expectSame } from '../outcome';

/** The statement of what happened on an account from day to day. */
export async function statement(books: Books, expected: Given): Promise<void> {
  const id = await books.customer(expected.maybeText('customer') ?? books.onlyCustomer());
  const found = await books.api.get(`/statements/${id}`, {
    kind: 'activity',
    from: expected.text('from_date'),
    to: expected.text('to_date'),
    currency: books.usual(),
  });
  const { where } = expected;
  const lines = rowsIn(found.lines);
  const amounts = lines.map((line) => numberIn(line.amount));
  const columns = {
    running_balances: lines.map((line) => numberIn(line.balance)),
    debits: amounts.map((amount) => Math.max(0, amount)),
    credits: amounts.map((amount) => Math.max(0, -amount)),
  };
  for (const [field, column] of Object.entries(columns)) {
    const wanted = expected.maybeList(field);
    if (wanted) columnMatches(`${where}.${field}`, wanted, column);
  }
  const closing = expected.value('closing');
  if (closing !== undefined) expectMoney(`${where}.closing`, closing, found.closing_balance);
}

/** A column is written with a place for every line, empty or 0 where it has nothing, or without those places. */
function columnMatches(where: string, wanted: readonly Value[], column: readonly number[]): void {
  const isFull = wanted.length === column.length;
  const found = isFull ? column : column.filter((amount) => amount !== 0);
  expectSame(`${where}, how many`, wanted.length, found.length);
  for (const [at, value] of wanted.entries()) {
    const size = typeof value === 'number' && !where.endsWith('balances') ? Math.abs(value) : (value ?? 0);
    expectMoney(`${where}.${at}`, size, found[at]);
  }
}
