import { serve } from '../../_api/serve';
import { cancelPromise } from '../../_resources/promises';

/** Answers PATCH /api/v1/promises/{id}. */
export const PATCH = serve(cancelPromise);
