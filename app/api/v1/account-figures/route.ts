import { serve } from '../_api/serve';
import { getAccountFigures } from '../_resources/account-figures';

/** Answers GET /api/v1/account-figures. */
export const GET = serve(getAccountFigures);
