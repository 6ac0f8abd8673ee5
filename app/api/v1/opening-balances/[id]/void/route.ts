import { serve } from '../../../_api/serve';
import { voidOpeningBalance } from '../../../_resources/opening-balances';

/** Answers POST /api/v1/opening-balances/{id}/void. */
export const POST = serve(voidOpeningBalance);
