import { serve } from '../../../_api/serve';
import { postDraft } from '../../../_resources/draft-invoices';

/** Answers POST /api/v1/invoices/{id}/post. */
export const POST = serve(postDraft);
