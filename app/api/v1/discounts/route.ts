import { serve } from '../_api/serve';
import { createDiscount } from '../_resources/discounts';

/** Answers POST /api/v1/discounts. */
export const POST = serve(createDiscount);
