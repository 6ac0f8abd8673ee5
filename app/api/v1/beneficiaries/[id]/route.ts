import { serve } from '../../_api/serve';
import { deleteBeneficiary, getBeneficiary, updateBeneficiary } from '../../_resources/beneficiaries';

/** Answers GET /api/v1/beneficiaries/{id}. */
export const GET = serve(getBeneficiary);
/** Answers PATCH /api/v1/beneficiaries/{id}. */
export const PATCH = serve(updateBeneficiary);
/** Answers DELETE /api/v1/beneficiaries/{id}. */
export const DELETE = serve(deleteBeneficiary);
