import { serve } from '../_api/serve';
import { createCustomer, listCustomers } from '../_resources/customers';

/** Answers GET /api/v1/customers. */
export const GET = serve(listCustomers);
/** Answers POST /api/v1/customers. */
export const POST = serve(createCustomer);
