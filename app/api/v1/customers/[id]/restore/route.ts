import { serve } from '../../../_api/serve';
import { restoreCustomer } from '../../../_resources/customers';

/** Answers POST /api/v1/customers/{id}/restore. */
export const POST = serve(restoreCustomer);
