import { serve } from '../../../_api/serve';
import { mergeCustomer } from '../../../_resources/customers';

/** Answers POST /api/v1/customers/{id}/merge. */
export const POST = serve(mergeCustomer);
