import { serve } from '../../../_api/serve';
import { unmergeCustomer } from '../../../_resources/customers';

/** Answers POST /api/v1/customers/{id}/unmerge. */
export const POST = serve(unmergeCustomer);
