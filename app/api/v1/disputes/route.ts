import { serve } from '../_api/serve';
import { createDispute, listDisputes } from '../_resources/disputes';

/** Answers GET /api/v1/disputes. */
export const GET = serve(listDisputes);

/** Answers POST /api/v1/disputes. */
export const POST = serve(createDispute);
