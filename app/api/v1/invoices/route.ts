import { serve } from '../_api/serve';
import { createInvoice, listInvoices } from '../_resources/invoices';

/** Answers GET /api/v1/invoices. */
export const GET = serve(listInvoices);
/** Answers POST /api/v1/invoices. */
export const POST = serve(createInvoice);
