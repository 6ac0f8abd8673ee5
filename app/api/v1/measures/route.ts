import { serve } from '../_api/serve';
import { getMeasures } from '../_resources/measures';

/** Answers GET /api/v1/measures. */
export const GET = serve(getMeasures);
