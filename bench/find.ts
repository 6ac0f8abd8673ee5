// What the command palette asks for, at 100,000 customers: times of each kind of query, against the limit of 150 ms.
import postgres from 'postgres';
import { find } from '@/db/queries/find';
import { withScope } from '@/db/scope';
import { readFindQuery } from '@/lib/find-query';
import { benchActor } from './actor';
import { fillBooks } from './fill-books';
import { median, row, timed } from './measure';

const CUSTOMERS = 100_000;
const TURNS = 15;

/** Prints the middle time of each query; the last invoices and customers are looked for, where the books are largest. */
export async function benchFind(ownerUrl: string, invoices: number): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  const { orgId, customers } = await fillBooks(owner, invoices, '2026-06-30');
  await owner`insert into customers (id, org_id, code, name, currency)
    select gen_random_uuid(), ${orgId}, 'D' || n, 'Quiet customer ' || n, 'USD' from generate_series(1, ${CUSTOMERS - customers}::int) n`;
  await owner`insert into contacts (id, org_id, customer_id, name, email, phone)
    select gen_random_uuid(), org_id, id, 'Person of ' || name, lower(replace(code, ' ', '')) || '@customers.example',
      '+1 555 ' || lpad((row_number() over (order by id))::text, 7, '0') from customers where org_id = ${orgId}`;
  await owner`analyze customers, contacts, documents, open_items, payment_details`;
  const actor = benchActor(orgId);
  const [one] = await owner<{ number: string; purchaseOrder: string; amount: string; code: string }[]>`
    select number, purchase_order as "purchaseOrder", (open_minor / 100.0)::numeric(20, 2)::text as amount, code from open_items i
    join documents d on d.id = i.document_id join customers c on c.id = d.customer_id
    where i.org_id = ${orgId} and open_minor > 0 and purchase_order is not null order by d.document_date desc limit 1`;
  if (!one) throw new Error('the books have nothing open');
  const queries = {
    'a name': 'customer 000123',
    'the beginning of many names': 'quiet',
    'a name of nobody but people': 'person of customer 000123',
    'the beginning of many people': 'person',
    'an e-mail address': 'c123@customers',
    'a phone number': '+1 555 009-9123',
    'a number': one.number,
    'the end of a number': one.number.slice(-6),
    'a purchase order': one.purchaseOrder,
    'the beginning of many orders': 'po-',
    'a code and a purchase order': `${one.code} ${one.purchaseOrder}`,
    'an amount': one.amount,
    'a code and an amount': `${one.code} ${one.amount}`,
    nothing: 'no such thing 77777777',
  };
  process.stdout.write(
    `\n${row(`find, ${invoices.toLocaleString('en-US')} invoices`, 'ms', 'customers', 'people', 'documents')}\n`,
  );
  for (const [label, text] of Object.entries(queries)) {
    const query = readFindQuery(text, 'USD');
    if (!query) continue;
    const ask = () => withScope(actor, 'read', (tx) => find(tx, query));
    const found = await ask();
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) times.push(await timed(ask));
    process.stdout.write(
      `${row(label, median(times), found.customers.length, found.people.length, found.documents.length)}\n`,
    );
  }
  await owner.end({ timeout: 5 });
}
