import { serve } from '../_api/serve';
import { createOpeningBalance } from '../_resources/opening-balances';

/** Answers POST /api/v1/opening-balances. */
export const POST = serve(createOpeningBalance);
