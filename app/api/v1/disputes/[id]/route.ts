import { serve } from '../../_api/serve';
import { resolveDispute } from '../../_resources/disputes';

/** Answers PATCH /api/v1/disputes/{id}. */
export const PATCH = serve(resolveDispute);
