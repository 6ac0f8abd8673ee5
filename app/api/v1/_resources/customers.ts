import { z } from 'zod';
import { archiveCustomer as archive } from '@/db/commands/archive-customer';
import { createCustomer as create } from '@/db/commands/create-customer';
import { mergeCustomer as merge } from '@/db/commands/merge-customer';
import { replaceContacts } from '@/db/commands/replace-contacts';
import { restoreCustomer as restore } from '@/db/commands/restore-customer';
import { undoMerge } from '@/db/commands/undo-merge';
import { updateCustomer as update } from '@/db/commands/update-customer';
import { baseTotal } from '@/db/queries/base-total';
import { customerBalances } from '@/db/queries/customer-balances';
import { customerRecord, customerRecords } from '@/db/queries/customer-records';
import { customerById } from '@/db/queries/customers';
import type { Tx } from '@/db/scope';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { isUuid } from '@/lib/uuid';
import { malformed } from '../_api/api-error';
import { InBase, writeBaseTotal } from '../_api/base-total';
import { readCursor, writeCursor } from '../_api/cursor';
import { AsOf, Currency, Day, KnownAt, Money, momentOf, Page, readId } from '../_api/fields';
import { reading, writing } from '../_api/operation';
import {
  CustomerChanges,
  CustomerDetail,
  CustomerFacts,
  CustomerName,
  NewCustomer,
  readFacts,
  writeFacts,
  writePerson,
} from './customer-shape';

/** Customers by name: their names as earlier callers know them, or with `full=1` everything about them. */
export const listCustomers = reading({
  id: 'listCustomers',
  path: '/customers',
  summary: 'Customers by name. A bare list of names, or with full=1 a page of everything known of them.',
  may: 'books:read',
  query: z.strictObject({
    ...Page,
    ...AsOf,
    full: z.enum(['0', '1']).default('0'),
    archived: z.enum(['0', '1']).default('0').meta({ description: '1 lists the archived ones instead.' }),
    q: z.string().trim().max(100).optional().meta({ description: 'Part of a name or code.' }),
  }),
  answer: z.union([
    z.array(CustomerName),
    z.object({ data: z.array(CustomerFacts), next_cursor: z.string().nullable() }),
  ]),
  run: async ({ tx }, { full, archived, q, limit, cursor }) => {
    const filter = { archived: archived === '1', q };
    const page = await customerRecords(tx, filter, { limit, after: nameCursor(cursor) });
    const next = writeCursor(page.next && [page.next.name, page.next.id]);
    if (full === '1') return { body: { data: page.rows.map(writeFacts), next_cursor: next }, next };
    return { body: page.rows.map(({ id, name }) => ({ customer_id: id, name })), next };
  },
});

/** One customer with its people. */
export const getCustomer = reading({
  id: 'getCustomer',
  path: '/customers/{id}',
  summary:
    'Everything known of one customer, with its people and what it owes, per currency and in the base currency.',
  may: 'books:read',
  query: z.strictObject({ ...AsOf, ...KnownAt }),
  answer: CustomerDetail.extend({
    balances: z.array(z.object({ currency: Currency, amount: Money })),
    balance_base: InBase,
  }),
  run: async ({ tx, actor, today }, { as_of, known_at }, params) => {
    const id = readId(params.id);
    const detail = await detailOf(tx, id);
    const moment = momentOf(as_of ?? today, known_at);
    const found = await customerBalances(tx, id, moment, { basis: 'due', bounds: [0] });
    const balances = found.map(({ currency, totalMinor }) => ({ currency, amountMinor: totalMinor }));
    const base = actor.org.currency;
    return {
      body: {
        ...detail,
        balances: balances.map(({ currency, amountMinor }) => ({
          currency,
          amount: money(amountMinor, currency),
        })),
        balance_base: writeBaseTotal(await baseTotal(tx, base, moment, balances), base),
      },
    };
  },
});

/** Adds a customer. */
export const createCustomer = writing({
  id: 'createCustomer',
  path: '/customers',
  summary: 'Adds a customer.',
  may: 'books:write',
  status: 201,
  body: NewCustomer,
  answer: CustomerDetail,
  run: async ({ tx, actor }, body) => {
    const { facts, people } = readFacts(body, body.currency ?? actor.org.currency);
    const { customerId } = await create(tx, actor, { ...facts, name: body.name });
    if (people) await replaceContacts(tx, actor, { customerId, people });
    return { body: await detailOf(tx, customerId) };
  },
});

/** Changes facts of a customer. */
export const updateCustomer = writing({
  id: 'updateCustomer',
  method: 'PATCH',
  path: '/customers/{id}',
  summary:
    'Changes what is given, and leaves the rest. Posted documents keep the name they were posted with.',
  may: 'books:write',
  body: CustomerChanges,
  answer: CustomerDetail,
  run: async ({ tx, actor }, body, params) => {
    const customerId = readId(params.id);
    const before = await customerRecord(tx, customerId);
    if (!before) throw new Refusal('not_found', 'That customer does not exist.');
    const { facts, people } = readFacts(body, body.currency ?? before.currency);
    await update(tx, actor, { customerId, ...facts });
    if (people) await replaceContacts(tx, actor, { customerId, people });
    return { body: await detailOf(tx, customerId) };
  },
});

/** Takes a customer out of the lists. */
export const archiveCustomer = writing({
  id: 'archiveCustomer',
  path: '/customers/{id}/archive',
  summary: 'Takes a customer with nothing open out of the lists; its history stays.',
  may: 'books:write',
  body: z.strictObject({}),
  answer: CustomerDetail,
  run: async ({ tx, actor }, _body, { id }) => {
    const { customerId } = await archive(tx, actor, { customerId: readId(id) });
    return { body: await detailOf(tx, customerId) };
  },
});

/** Brings an archived customer back. */
export const restoreCustomer = writing({
  id: 'restoreCustomer',
  path: '/customers/{id}/restore',
  summary: 'Brings an archived customer back.',
  may: 'books:write',
  body: z.strictObject({}),
  answer: CustomerDetail,
  run: async ({ tx, actor }, _body, { id }) => {
    const { customerId } = await restore(tx, actor, { customerId: readId(id) });
    return { body: await detailOf(tx, customerId) };
  },
});

/** Makes a customer one with another. */
export const mergeCustomer = writing({
  id: 'mergeCustomer',
  path: '/customers/{id}/merge',
  summary:
    'Makes a customer one with another: what it has open goes on there, and it is archived. Answers the one that goes on.',
  may: 'books:write',
  body: z.strictObject({
    into_id: z.uuid(),
    on: Day.optional().meta({ description: 'The day of the transfers; today unless given.' }),
  }),
  answer: CustomerDetail,
  run: async ({ tx, actor, today }, { into_id: intoId, on = today }, { id }) => {
    await merge(tx, actor, { customerId: readId(id), intoId, on });
    return { body: await detailOf(tx, intoId) };
  },
});

/** Takes a merge back. */
export const unmergeCustomer = writing({
  id: 'unmergeCustomer',
  path: '/customers/{id}/unmerge',
  summary: 'Takes the merge of a customer back: what was moved is open there again, and it is restored.',
  may: 'books:write',
  body: z.strictObject({}),
  answer: CustomerDetail,
  run: async ({ tx, actor, today }, _body, { id }) => {
    await undoMerge(tx, actor, { customerId: readId(id), on: today });
    return { body: await detailOf(tx, readId(id)) };
  },
});

async function detailOf(tx: Tx, id: string) {
  const record = await customerRecord(tx, id);
  const customer = await customerById(tx, id);
  if (!record || !customer) throw new Refusal('not_found', 'That customer does not exist.');
  return { ...writeFacts(record), contacts: customer.contacts.map(writePerson) };
}

function nameCursor(cursor: string | undefined) {
  const parts = readCursor(cursor, 2);
  if (!parts) return null;
  const [name = '', id = ''] = parts;
  if (!isUuid(id)) throw malformed('cursor: is not one that this list gave.', 'cursor');
  return { name, id };
}
