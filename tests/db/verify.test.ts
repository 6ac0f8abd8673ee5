import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { createCustomer } from '@/db/commands/create-customer';
import { postTransfer } from '@/db/commands/post-transfer';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { type InvariantResult, standingInvariants } from '@/db/queries/verify';
import type { Tx } from '@/db/scope';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../world';
import { type Damage, LIVE, SUM_DAMAGES } from './sum-damages';

const client = postgres(process.env.OWNER_URL ?? '', { max: 1, onnotice() {} });
const database = drizzle(client);

afterAll(() => client.end({ timeout: 5 }));

/** Books with a bit of everything: lines, a part payment, an undone application, a reversal, credit on account. */
async function busyBooks(): Promise<string> {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-31', { on: '2026-01-01', number: 'A' });
  await w.invoice(20_000, '2026-02-28', { on: '2026-01-15' });
  const first = await w.pay(4_000, '2026-02-01');
  await w.write((tx) =>
    undoAllocation(tx, w.admin, { allocationId: first.allocationIds[0]!, on: day('2026-02-10') }),
  );
  await w.pay(4_000, '2026-02-15');
  const bounced = await w.pay(1_000, '2026-02-20');
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: bounced.documentId,
      kind: 'payment',
      reason: 'No funds',
      source: 'staff',
    }),
  );
  const left = await w.pay(700, '2026-03-01', { apply: 'none' });
  const child = await w.write((tx) =>
    createCustomer(tx, w.admin, { name: 'Child', code: null, parentId: w.customerId }),
  );
  const theirs = await w.invoice(500, '2026-03-01', child);
  await w.write((tx) =>
    postTransfer(tx, w.admin, {
      creditId: left.documentId,
      invoiceId: theirs.documentId,
      amountMinor: toMinor(300),
      on: day('2026-03-02'),
      source: 'staff',
    }),
  );
  return w.org.id;
}

/**
 * What the verifier finds after `damage` is done, with every trigger and foreign key off, inside a transaction
 * that is rolled back: the books are sound again afterwards.
 */
async function verifyAfter(org: string, damage: readonly string[]): Promise<InvariantResult[]> {
  let results: InvariantResult[] = [];
  const undone = new Error('rolled back');
  const run = database.transaction(async (tx) => {
    await tx.execute(sql`select set_config('app.org_id', ${org}, true)`);
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const statement of damage) await tx.execute(sql.raw(statement.replaceAll('$org', `'${org}'`)));
    await tx.execute(sql`set local session_replication_role = origin`);
    await tx.execute(sql`set local role dueline_staff`);
    results = await standingInvariants(tx as unknown as Tx);
    throw undone;
  });
  await expect(run).rejects.toBe(undone);
  return results;
}

const FIRST_OPEN = `(select id from open_items where org_id = $org and amount_minor > 0 and open_minor > 1 order by id limit 1)`;
const UNDO = `(select id from allocations where org_id = $org and amount_minor < 0 order by id limit 1)`;
const MIDDLE = `(select max(sequence) / 2 from activity where org_id = $org)`;

const DAMAGES: readonly Damage[] = [
  [
    'an item tells when it last moved',
    'the day of its last movement is another',
    [`update open_items set moved_on = moved_on + 1 where id = ${FIRST_OPEN}`],
  ],
  ...SUM_DAMAGES,
  [
    'only another currency than the books’ own has a rate, and a reversal has the rate of what it reverses',
    'a rate given to an invoice in the base currency',
    [
      `update documents set rate_to_base = 1, rate_on = document_date, rate_source = 'x' where org_id = $org and number = 'A'`,
    ],
  ],
  [
    'only another currency than the books’ own has a rate, and a reversal has the rate of what it reverses',
    'a reversal that lost its rate',
    [
      `update documents set currency = 'EUR', rate_to_base = 2, rate_on = document_date, rate_source = 'x'
       where id in (select reverses_id from documents where org_id = $org)`,
    ],
  ],
  [
    'no customer stands above itself',
    'two customers made each other’s parent',
    [
      `update customers c set parent_id = child.id from customers child
       where c.org_id = $org and child.org_id = $org and child.parent_id = c.id`,
    ],
  ],
  [
    'the last version of a customer is what it is now',
    'a name changed past the database’s own note of it',
    [
      `insert into customer_versions (org_id, customer_id, recorded_at, name)
       select org_id, id, now(), name || ' Ltd' from customers where org_id = $org`,
    ],
  ],
  [
    'nothing is recorded later than the last instant of the organization',
    'an item that claims to come from the future',
    [`update open_items set recorded_at = now() + interval '1 day' where id = ${FIRST_OPEN}`],
  ],
  [
    'open amounts stay between zero and the amount',
    'an item open beyond its amount',
    // The table's own CHECK refuses this to everybody, so it is done to a copy that hides the table.
    [
      'create temp table open_items on commit drop as select * from public.open_items where org_id = $org',
      'update pg_temp.open_items set open_minor = amount_minor + 1 where amount_minor > 0',
      'grant select on pg_temp.open_items to dueline_staff',
    ],
  ],
  [
    'open is the amount less what allocations took',
    'a balance lowered by hand',
    [`update open_items set open_minor = open_minor - 1 where id = ${FIRST_OPEN}`],
  ],
  [
    'open is the amount less what allocations took',
    'an allocation deleted',
    [`delete from allocations where id = ${LIVE}`],
  ],
  [
    'the items of a document add up to it',
    'an invoice made larger',
    [`update documents set amount_minor = amount_minor + 1 where org_id = $org and number = 'A'`],
  ],
  [
    'the items of a document add up to it',
    'an item moved to another day',
    [`update open_items set effective_on = effective_on + 1 where id = ${FIRST_OPEN}`],
  ],
  [
    'the lines of a document add up to it',
    'a line made larger',
    [`update document_lines set net_minor = net_minor + 1 where org_id = $org and position = 1`],
  ],
  [
    'an allocation joins a debit and a credit of one customer and currency, not before either',
    'an allocation before the money came',
    [`update allocations set effective_on = effective_on - 400 where id = ${LIVE}`],
  ],
  [
    'an allocation joins a debit and a credit of one customer and currency, not before either',
    'two debits joined',
    [`update allocations set credit_item_id = debit_item_id where id = ${LIVE}`],
  ],
  [
    'no item is ever allocated beyond its amount, on any day',
    'an application moved into days that were taken',
    [
      `update allocations set amount_minor = sign(amount_minor) * 9000 where org_id = $org and ${UNDO} in (id,
        (select u.id from allocations u where u.reverses_id = allocations.id))`,
      `update allocations set effective_on = '2026-02-05', amount_minor = 9000 where id = ${LIVE}`,
    ],
  ],
  [
    'an undo mirrors one allocation',
    'an undo before what it undoes',
    [`update allocations set effective_on = effective_on - 30 where id = ${UNDO}`],
  ],
  [
    'a reversal is the opposite of its document, which pays and is paid by nothing else',
    'a reversal that takes back too little',
    [`update documents set amount_minor = amount_minor - 1 where org_id = $org and kind = 'reversal'`],
  ],
  [
    'a reversal is the opposite of its document, which pays and is paid by nothing else',
    'reversed money that can be spent again',
    [
      `update open_items set open_minor = amount_minor where org_id = $org and document_id in
        (select reverses_id from documents where org_id = $org and kind = 'reversal')`,
    ],
  ],
  [
    'a transfer is one amount on two accounts, reversed on both or neither',
    'a transfer of which one side was made larger',
    [`update documents set amount_minor = amount_minor - 1 where org_id = $org and kind = 'transfer_out'`],
  ],
  [
    'the items of a customer add up to its documents',
    'an open item deleted',
    [`delete from open_items where id = ${FIRST_OPEN}`],
  ],
  [
    'numbers of the own series have no gaps',
    'an invoice deleted',
    [`delete from documents where org_id = $org and kind = 'invoice' and sequence = 1`],
  ],
  [
    'numbers of the own series have no gaps',
    'a number that was given to nothing',
    [`update number_series set next = next + 1 where org_id = $org and kind = 'payment'`],
  ],
  [
    'nothing became effective in a closed period after it was closed',
    'a payment slipped into a closed month',
    [
      `insert into activity (org_id, sequence, at, actor_name, verb, object_kind, object_id, previous_hash, hash)
        values ($org, 1000, now() - interval '1 hour', 'x', 'period_locked', 'organization', $org, '', '')`,
      `update organizations set locked_on = '2026-01-31' where id = $org`,
    ],
  ],
  [
    'no invoice bills two periods of a rhythm',
    'an invoice noted under two months',
    ['2026-01-31', '2026-02-28'].map(
      (
        period,
      ) => `insert into recurring_periods (org_id, recurring_id, customer_id, period_on, document_id, recorded_at)
        select $org, $org, customer_id, '${period}', id, now() from documents where org_id = $org and number = 'A'`,
    ),
  ],
  [
    'the activity chain is whole',
    'a deed rewritten',
    [`update activity set actor_name = 'Somebody else' where org_id = $org and sequence = ${MIDDLE}`],
  ],
  [
    'the activity chain is whole',
    'a deed taken out',
    [`delete from activity where org_id = $org and sequence = ${MIDDLE}`],
  ],
  [
    'the activity chain is whole',
    'the last deed cut off',
    [
      `delete from activity where org_id = $org and sequence = (select max(sequence) from activity where org_id = $org)`,
    ],
  ],
  [
    'the activity chain is whole',
    'the first deed cut off',
    [`delete from activity where org_id = $org and sequence = 1`],
  ],
  [
    'the activity chain is whole',
    'a deed rewritten with a hash that fits it',
    [
      `update activity set actor_name = 'Somebody else' where org_id = $org and sequence = ${MIDDLE}`,
      `update activity a set hash = app.activity_hash(a) where org_id = $org and sequence = ${MIDDLE}`,
    ],
  ],
];

test('the verifier finds nothing in sound books', async () => {
  const results = await verifyAfter(await busyBooks(), []);
  expect(results.filter((result) => result.broken > 0)).toEqual([]);
  expect(results.map((result) => result.name).toSorted()).toEqual(
    [...new Set(DAMAGES.map(([invariant]) => invariant))].toSorted(),
  );
});

test.each(DAMAGES)('"%s" tells of %s', async (invariant, _what, damage) => {
  const results = await verifyAfter(await busyBooks(), damage);
  const found = results.find((result) => result.name === invariant);
  expect(found?.broken).toBeGreaterThan(0);
  expect(found?.examples.length).toBe(Math.min(5, found?.broken ?? 0));
});
