import { serve } from '../../_api/serve';
import { deleteService, getService, updateService } from '../../_resources/services';

/** Answers GET /api/v1/services/{id}. */
export const GET = serve(getService);
/** Answers PATCH /api/v1/services/{id}. */
export const PATCH = serve(updateService);
/** Answers DELETE /api/v1/services/{id}. */
export const DELETE = serve(deleteService);
