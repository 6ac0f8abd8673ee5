import type { PlainDate } from '@/lib/domain/dates';
import { periodTo } from './calendar';
import { correct } from './corrections';
import { makeProfiles } from './customers';
import { makeInvoices } from './invoices';
import { settle } from './payments';
import { inDayOrder, type SamplePlan } from './plan';
import { portalCustomer } from './portal-customer';
import { makeTalk } from './promises';
import { createRandom } from './random';

/** How many invoices the books have that people look around in. */
export const SAMPLE_INVOICES = 1_500;
/** Of many seeds, one whose balances look like a usual month whatever day it is. */
export const SAMPLE_SEED = 152;
const SAMPLE_CUSTOMERS = 60;
const INVOICES_PER_CUSTOMER = 50;

/**
 * Made-up books of the 18 months that end `today`: the same for the same arguments, wherever and whenever it is
 * called. 60 customers, or one for every 50 invoices when those are more.
 */
export function generateSample(
  seed: number,
  today: PlainDate,
  invoiceCount: number = SAMPLE_INVOICES,
): SamplePlan {
  const random = createRandom(seed);
  const period = periodTo(today);
  const profiles = makeProfiles(random.fork('customers'), period, {
    count: Math.max(SAMPLE_CUSTOMERS, Math.round(invoiceCount / INVOICES_PER_CUSTOMER)),
    invoiceCount,
  });
  const invoices = makeInvoices(random.fork('invoices'), profiles, { count: invoiceCount, period });
  const settled = settle(random.fork('payments'), invoices, { profiles, period });
  const customers = profiles.map((profile) => profile.customer);
  const steady = new Set(customers.filter(({ habit }) => habit === 'slipping').map(({ key }) => key));
  const { payments, corrections } = correct(random.fork('corrections'), {
    invoices,
    today,
    steady,
    ...settled,
  });
  const booked = inDayOrder([...invoices, ...settled.memos, ...payments, ...corrections]);
  const events = inDayOrder([...booked, ...makeTalk(random.fork('talk'), booked, today)]);
  return { customers, events, portalCustomer: portalCustomer(customers, events, today) };
}
