import { serve } from '../../_api/serve';
import { deleteInvoice, updateInvoice } from '../../_resources/draft-invoices';
import { getInvoice } from '../../_resources/invoices';

/** Answers GET /api/v1/invoices/{id}. */
export const GET = serve(getInvoice);
/** Answers PATCH /api/v1/invoices/{id}. */
export const PATCH = serve(updateInvoice);
/** Answers DELETE /api/v1/invoices/{id}. */
export const DELETE = serve(deleteInvoice);
