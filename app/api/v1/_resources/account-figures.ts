import { z } from 'zod';
import { accountFigures } from '@/db/queries/account-figures';
import { billedInBase } from '@/db/queries/billed-in-base';
import { type Minor, toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { AsOf, Currency, Day, InCurrency, Money, text } from '../_api/fields';
import { reading } from '../_api/operation';
import { writeMoney } from '../_api/rates';

/** An account, or all of them together, in figures. */
export const getAccountFigures = reading({
  id: 'getAccountFigures',
  path: '/account-figures',
  summary: 'What was billed, received, given back, settled and is open: of one customer, or of all.',
  may: 'books:read',
  query: z.strictObject({
    ...AsOf,
    ...InCurrency,
    customer_id: z.uuid().optional(),
    reference: text(200).optional().meta({ description: 'Only payments with it count as received.' }),
  }),
  answer: z.object({
    as_of: Day,
    currency: Currency,
    invoiced: Money,
    invoiced_base: Money.nullable().meta({
      description: 'In every currency, each document at its own rate; null when one is not known.',
    }),
    received: Money,
    refunded: Money,
    net_received: Money.meta({ description: 'Received less refunded.' }),
    settled_by_payments: Money.meta({ description: 'Of what was billed.' }),
    settled_by_credits: Money.meta({ description: 'Of what was billed, by anything but money.' }),
    open_invoices: Money,
    past_due: Money,
    unapplied: Money.meta({ description: 'Credits that nothing has taken.' }),
    balance: Money.meta({ description: 'Open invoices less unapplied credits; below 0 the business owes.' }),
  }),
  run: async ({ tx, actor, today }, { as_of, customer_id, reference, ...query }) => {
    const currency = query.currency ?? actor.org.currency;
    const asOf = as_of ?? today;
    const found = await accountFigures(tx, { customerId: customer_id, currency, asOf, reference });
    const base = actor.org.currency;
    const inBase = await billedInBase(tx, base, { customerId: customer_id, asOf });
    const write = (amount: Minor) => money(amount, currency);
    return {
      body: {
        as_of: asOf,
        currency,
        invoiced: write(found.invoicedMinor),
        invoiced_base: writeMoney(inBase, base),
        received: write(found.receivedMinor),
        refunded: write(found.refundedMinor),
        net_received: write(toMinor(found.receivedMinor - found.refundedMinor)),
        settled_by_payments: write(found.paidMinor),
        settled_by_credits: write(found.creditedMinor),
        open_invoices: write(found.openMinor),
        past_due: write(found.lateMinor),
        unapplied: write(found.unappliedMinor),
        balance: write(toMinor(found.openMinor - found.unappliedMinor)),
      },
    };
  },
});
