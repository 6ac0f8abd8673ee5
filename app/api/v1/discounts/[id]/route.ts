import { serve } from '../../_api/serve';
import { getDiscount } from '../../_resources/discounts';

/** Answers GET /api/v1/discounts/{id}. */
export const GET = serve(getDiscount);
