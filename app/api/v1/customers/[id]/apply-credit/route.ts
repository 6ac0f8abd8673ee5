import { serve } from '../../../_api/serve';
import { applyCustomerCredit } from '../../../_resources/apply-credit';

/** Answers POST /api/v1/customers/{id}/apply-credit. */
export const POST = serve(applyCustomerCredit);
