import { serve } from '../_api/serve';
import { getOrganization, updateOrganization } from '../_resources/organization';

/** Answers GET /api/v1/organization. */
export const GET = serve(getOrganization);
/** Answers PATCH /api/v1/organization. */
export const PATCH = serve(updateOrganization);
