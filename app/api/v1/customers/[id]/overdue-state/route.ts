import { serve } from '../../../_api/serve';
import { getOverdueState } from '../../../_resources/customer-condition';

/** Answers GET /api/v1/customers/{id}/overdue-state. */
export const GET = serve(getOverdueState);
