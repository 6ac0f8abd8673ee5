import { serve } from '../../../_api/serve';
import { voidCreditMemo } from '../../../_resources/credit-memos';

/** Answers POST /api/v1/credit-memos/{id}/void. */
export const POST = serve(voidCreditMemo);
