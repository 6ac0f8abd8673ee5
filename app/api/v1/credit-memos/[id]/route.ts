import { serve } from '../../_api/serve';
import { getCreditMemo } from '../../_resources/credit-memos';

/** Answers GET /api/v1/credit-memos/{id}. */
export const GET = serve(getCreditMemo);
