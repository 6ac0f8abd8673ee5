import { serve } from '../_api/serve';
import { getForecast } from '../_resources/forecast';

/** Answers GET /api/v1/forecast. */
export const GET = serve(getForecast);
