import { serve } from '../../_api/serve';
import { getCustomer, updateCustomer } from '../../_resources/customers';

/** Answers GET /api/v1/customers/{id}. */
export const GET = serve(getCustomer);
/** Answers PATCH /api/v1/customers/{id}. */
export const PATCH = serve(updateCustomer);
