import { serve } from '../../../_api/serve';
import { voidDiscount } from '../../../_resources/discounts';

/** Answers POST /api/v1/discounts/{id}/void. */
export const POST = serve(voidDiscount);
