import { serve } from '../_api/serve';
import { createCreditMemo } from '../_resources/credit-memos';

/** Answers POST /api/v1/credit-memos. */
export const POST = serve(createCreditMemo);
