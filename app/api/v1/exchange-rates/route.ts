import { serve } from '../_api/serve';
import { createExchangeRates, listExchangeRates } from '../_resources/exchange-rates';

/** Answers GET /api/v1/exchange-rates. */
export const GET = serve(listExchangeRates);
/** Answers POST /api/v1/exchange-rates. */
export const POST = serve(createExchangeRates);
