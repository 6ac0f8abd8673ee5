import { serve } from '../_api/serve';
import { createPromise, listPromises } from '../_resources/promises';

/** Answers GET /api/v1/promises. */
export const GET = serve(listPromises);

/** Answers POST /api/v1/promises. */
export const POST = serve(createPromise);
