import { serve } from '../../_api/serve';
import { getInvoice } from '../../_resources/invoices';

/** Answers GET /api/v1/invoices/{id}. */
export const GET = serve(getInvoice);
