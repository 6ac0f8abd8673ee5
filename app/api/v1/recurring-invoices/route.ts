import { serve } from '../_api/serve';
import { createRecurringInvoice, listRecurringInvoices } from '../_resources/recurring-invoices';

/** Answers GET /api/v1/recurring-invoices. */
export const GET = serve(listRecurringInvoices);
/** Answers POST /api/v1/recurring-invoices. */
export const POST = serve(createRecurringInvoice);
