import { z } from 'zod';
import { applyAccountCredit } from '@/db/commands/apply-account-credit';
import { money } from '@/lib/exact-json';
import { Currency, Money, readId } from '../_api/fields';
import { writing } from '../_api/operation';

/** Uses up what is on an account. */
export const applyCustomerCredit = writing({
  id: 'applyCustomerCredit',
  path: '/customers/{id}/apply-credit',
  summary: 'Applies what is on the account of a customer to what is open, the oldest of either first.',
  may: 'books:write',
  body: z.strictObject({
    currency: Currency.optional().meta({ description: "The customer's own unless given." }),
  }),
  answer: z.object({
    customer_id: z.uuid(),
    currency: Currency,
    applied: Money,
    allocation_ids: z.array(z.uuid()),
  }),
  run: async ({ tx, actor }, { currency: wanted }, { id }) => {
    const customerId = readId(id);
    const of = { customerId, ...(wanted ? { currency: wanted } : {}) };
    const { currency, appliedMinor, allocationIds } = await applyAccountCredit(tx, actor, of);
    return {
      body: {
        customer_id: customerId,
        currency,
        applied: money(appliedMinor, currency),
        allocation_ids: allocationIds,
      },
    };
  },
});
