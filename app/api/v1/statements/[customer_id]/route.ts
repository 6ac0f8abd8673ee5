import { serve } from '../../_api/serve';
import { getStatement } from '../../_resources/statements';

/** Answers GET /api/v1/statements/{customer_id}. */
export const GET = serve(getStatement);
