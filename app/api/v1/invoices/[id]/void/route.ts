import { serve } from '../../../_api/serve';
import { voidInvoice } from '../../../_resources/invoices';

/** Answers POST /api/v1/invoices/{id}/void. */
export const POST = serve(voidInvoice);
