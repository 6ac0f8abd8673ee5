import { serve } from '../../../_api/serve';
import { archiveCustomer } from '../../../_resources/customers';

/** Answers POST /api/v1/customers/{id}/archive. */
export const POST = serve(archiveCustomer);
