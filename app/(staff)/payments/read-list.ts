import 'server-only';
import { currenciesInUse } from '@/db/queries/currencies';
import { paymentBook, paymentMethods } from '@/db/queries/payment-book';
import { paymentNoticeCount } from '@/db/queries/payment-intents';
import { viewList } from '@/db/queries/views';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import type { PaymentFilters } from '@/lib/payment-filters';

/** All that the list of payments shows, from one snapshot. */
export function readPaymentList(actor: StaffActor & { readonly userId: string }, filters: PaymentFilters) {
  const moment = { asOf: todayIn(actor.org.timeZone), knownAt: null };
  return withScope(actor, 'read', async (tx) => ({
    book: await paymentBook(tx, filters),
    notices: await paymentNoticeCount(tx),
    methods: await paymentMethods(tx),
    currencies: await currenciesInUse(tx, moment),
    views: await viewList(tx, actor.userId, '/payments'),
  }));
}
