import { serve } from '../../_api/serve';
import { getRecurringInvoice, updateRecurringInvoice } from '../../_resources/recurring-invoices';

/** Answers GET /api/v1/recurring-invoices/{id}. */
export const GET = serve(getRecurringInvoice);
/** Answers PATCH /api/v1/recurring-invoices/{id}. */
export const PATCH = serve(updateRecurringInvoice);
