import { serve } from '../../_api/serve';
import { getInvoiceDetails } from '../../_resources/invoice-details';

/** Answers GET /api/v1/invoice-details/{customer_id}. */
export const GET = serve(getInvoiceDetails);
