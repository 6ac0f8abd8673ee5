import { serve } from '../../../_api/serve';
import { restoreInvoice } from '../../../_resources/invoices';

/** Answers POST /api/v1/invoices/{id}/restore. */
export const POST = serve(restoreInvoice);
