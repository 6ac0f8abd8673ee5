import { serve } from '../../_api/serve';
import { getOpeningBalance } from '../../_resources/opening-balances';

/** Answers GET /api/v1/opening-balances/{id}. */
export const GET = serve(getOpeningBalance);
