import { serve } from '../_api/serve';
import { getExchangeDifferences } from '../_resources/exchange-differences';

/** Answers GET /api/v1/exchange-differences. */
export const GET = serve(getExchangeDifferences);
