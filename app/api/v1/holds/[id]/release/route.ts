import { serve } from '../../../_api/serve';
import { releaseHold } from '../../../_resources/holds';

/** Answers POST /api/v1/holds/{id}/release. */
export const POST = serve(releaseHold);
