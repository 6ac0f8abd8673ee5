import { serve } from '../_api/serve';
import { createService, listServices } from '../_resources/services';

/** Answers GET /api/v1/services. */
export const GET = serve(listServices);
/** Answers POST /api/v1/services. */
export const POST = serve(createService);
