import { serve } from '../_api/serve';
import { createBeneficiary, listBeneficiaries } from '../_resources/beneficiaries';

/** Answers GET /api/v1/beneficiaries. */
export const GET = serve(listBeneficiaries);
/** Answers POST /api/v1/beneficiaries. */
export const POST = serve(createBeneficiary);
