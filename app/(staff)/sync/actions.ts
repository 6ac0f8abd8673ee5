'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { requestJobRun } from '@/db/commands/request-job-run';
import { fixCurrencies, fixRow, nameContact } from '@/db/commands/sync/fix-row';
import { customerCalled } from '@/db/queries/customer-called';
import { formatCount } from '@/lib/format';
import { SOURCE_OBJECTS } from '@/lib/sources/facts';

const stale = ['/sync', '/sync/aside'];
const CURRENCY = z.string().trim().toUpperCase().length(3, 'Enter three letters.');
const row = { object: z.enum(SOURCE_OBJECTS), sourceId: z.string().min(1).max(200) };

/** Reads what changed in the other books now. */
export const syncNow = formAction({
  may: 'organization:manage',
  verb: 'sync_now',
  input: z.object({}),
  run: async (tx, actor) => {
    await requestJobRun(tx, actor, { job: 'sync' });
    return { message: 'It runs now.' };
  },
  stale,
});

/** Says who a contact of the other books is. */
export const nameContactAction = formAction({
  may: 'organization:manage',
  verb: 'name_contact',
  input: z.object({
    contactId: z.string().min(1).max(200),
    customer: z.string().trim().min(1, 'Enter the code or the name of the customer.').max(200),
  }),
  run: async (tx, actor, { contactId, customer }) => {
    const customerId = await customerCalled(tx, customer);
    const { name } = await nameContact(tx, actor, { contactId, customerId });
    return { message: `That is ${name}. What waited for it is being booked.` };
  },
  stale,
});

/** Says the currency of a row that names none. */
export const sayCurrency = formAction({
  may: 'organization:manage',
  verb: 'say_currency',
  input: z.object({ ...row, currency: CURRENCY }),
  run: async (tx, actor, { currency, ...which }) => {
    await fixRow(tx, actor, { ...which, fix: { currency } });
    return { message: `It is in ${currency}. It is tried again now.` };
  },
  stale,
});

/** Says the currency of every row that names none. */
export const sayCurrencies = formAction({
  may: 'organization:manage',
  verb: 'say_currencies',
  input: z.object({ currency: CURRENCY }),
  run: async (tx, actor, input) => {
    const { count } = await fixCurrencies(tx, actor, input);
    return { message: `${formatCount(count, 'row')} in ${input.currency}. They are tried again now.` };
  },
  stale,
});

/** Says that a paper is another one that only bears the same number. */
export const bookBeside = formAction({
  may: 'organization:manage',
  verb: 'book_beside',
  input: z.object(row),
  run: async (tx, actor, which) => {
    await fixRow(tx, actor, { ...which, fix: { isAnother: true } });
    return { message: 'It is booked under the next free number now.' };
  },
  stale,
});
