import postgres from 'postgres';
import { announcePayment } from '@/db/commands/announce-payment';
import { logCall } from '@/db/commands/log-call';
import { openDispute } from '@/db/commands/open-dispute';
import { queueMails } from '@/db/commands/queue-mail';
import { recordPayment } from '@/db/commands/record-payment';
import { recordPromise } from '@/db/commands/record-promise';
import { replaceContacts } from '@/db/commands/replace-contacts';
import { startPayment } from '@/db/commands/start-payment';
import { writeReminder } from '@/db/commands/write-reminder';
import { withScope } from '@/db/scope';
import type { CustomerActor } from '@/lib/actor';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import type { booksOf } from './books';

type Books = Awaited<ReturnType<typeof booksOf>>;

/** A customer with a row of everything, all of whose words hold `mark`: whoever reads that has seen something of it. */
export async function markedCustomer(books: Books, mark: string): Promise<string> {
  const { actor, today } = books;
  const customerId = await books.addCustomer(`Hidden ${mark}`);
  const first = await books.invoice(customerId, `${mark}-1`, 777_777, 40);
  const { documentId } = await books.invoice(customerId, `${mark}-2`, 333_333, 10);
  await withScope(actor, 'write', async (tx) => {
    const people = [{ name: `Eve ${mark}`, email: `eve-${mark}@example.com`, roles: ['billing'] as const }];
    await replaceContacts(tx, actor, { customerId, people });
    await recordPayment(tx, actor, {
      customerId,
      receivedOn: addDays(today, -2),
      amountMinor: toMinor(111_111),
      payment: { method: 'Check', reference: mark },
      apply: [{ invoiceId: first.documentId, amountMinor: toMinor(100_000) }],
      source: 'staff',
    });
    await openDispute(tx, actor, { documentId, reason: mark, amountMinor: toMinor(5_000), openedOn: today });
    await recordPromise(tx, actor, {
      customerId,
      currency: 'USD',
      amountMinor: toMinor(9_900),
      promisedFor: addDays(today, 5),
      promisedOn: today,
      note: mark,
    });
    await logCall(tx, actor, { customerId, outcome: 'no_answer', note: mark, calledOn: today });
    await writeReminder(tx, actor, { customerId, date: today, documentIds: [first.documentId] });
    const params = { kind: 'account_closed', name: mark, owed: [] } as const;
    const to = { name: `Eve ${mark}`, address: `eve-${mark}@example.com`, language: 'en' as const };
    await queueMails(tx, actor, [{ to, params, customerId, sendAfter: new Date('2099-01-01') }]);
  });
  const { org } = actor;
  const person: CustomerActor = {
    kind: 'customer',
    role: 'customer',
    userId: crypto.randomUUID(),
    name: `Eve ${mark}`,
    customerId,
    org,
  };
  await withScope(person, 'write', async (tx) => {
    const provider = 'transfer';
    const started = {
      currency: 'USD',
      amountMinor: toMinor(50_000),
      useCredit: false,
      itemIds: [],
      provider,
    };
    const { intentId } = await startPayment(tx, person, started as Parameters<typeof startPayment>[2]);
    await announcePayment(tx, person, { intentId, sentOn: today });
  });
  return customerId;
}

/** One id of each kind that a customer has, by table; its own under `customers`, and its person's membership and session. */
export async function idsOf(customerId: string): Promise<ReadonlyMap<string, string>> {
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  // The worker sends nothing while others try to change something.
  await owner`update mails set send_after = now() + interval '1 hour' where customer_id = ${customerId} and sent_at is null`;
  const ids = new Map([['customers', customerId]]);
  for (const table of await tablesOf(owner, true)) {
    const [row] = await owner<{ id: string }[]>`
      select id from ${owner(table)} where customer_id = ${customerId} limit 1`;
    if (row) ids.set(table, row.id);
  }
  const [session] = await owner<{ id: string }[]>`select s.id from sessions s
    join memberships m on m.id = s.membership_id where m.customer_id = ${customerId} limit 1`;
  if (session) ids.set('sessions', session.id);
  await owner.end();
  return ids;
}

/** All that is kept of a customer, and of the business itself, as one text that changes with any of it. */
export async function stateOf(orgId: string, customerId: string): Promise<string> {
  const owner = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
  const parts: string[] = [];
  for (const table of await tablesOf(owner, false)) {
    const rows = await owner<{ row: string }[]>`
      select t::text as row from ${owner(table)} t where customer_id = ${customerId} order by 1`;
    parts.push(`${table}: ${rows.map(({ row }) => row).join('\n')}`);
  }
  const people = await owner<
    { row: string }[]
  >`select u::text || coalesce(s.revoked_at::text, '') as row from users u
    join memberships m on m.user_id = u.id left join sessions s on s.membership_id = m.id
    where m.customer_id = ${customerId} order by 1`;
  const books = await owner<{ row: string }[]>`select o::text as row from organizations o where id = ${orgId}
    union all select c::text from customers c where id = ${customerId}`;
  await owner.end();
  return [...parts, ...people.map(({ row }) => row), ...books.map(({ row }) => row)].join('\n');
}

/** Tables with rows of customers; those alone whose rows have an id of their own. */
async function tablesOf(owner: postgres.Sql, withId: boolean): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c join pg_tables t on t.tablename = c.table_name
    where t.schemaname = 'public' and c.table_schema = 'public' and c.column_name = 'customer_id'
      and (not ${withId} or exists (select from information_schema.columns i
        where i.table_schema = 'public' and i.table_name = c.table_name and i.column_name = 'id'))
    order by 1`;
  return rows.map(({ name }) => name);
}
