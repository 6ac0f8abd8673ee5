import { gatewayKeys } from '@/app/_payments/gateway';
import { hearStripe } from '@/app/_payments/hear-stripe';
import { organizationById } from '@/db/queries/organization-by-id';
import { withScope } from '@/db/scope';
import { readStripeNews, StripeSignatureError } from '@/lib/integrations/stripe';
import { log } from '@/lib/log';
import { readText } from '@/lib/read-body';
import { Refusal } from '@/lib/refusal';
import { isUuid } from '@/lib/uuid';

/** Bytes that a body may have: Stripe's events are a few kB. */
const MOST = 200_000;

/**
 * Where Stripe tells an organization what became of its cards. Only what carries a signature made with its own secret is heard.
 * An answer other than 200 makes Stripe tell it again later.
 */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly org: string }> },
): Promise<Response> {
  const { org: id } = await params;
  const signature = request.headers.get('stripe-signature');
  const keys = isUuid(id) && signature ? await gatewayKeys(id) : null;
  const org = keys && (await withScope({ kind: 'auth' }, 'read', (tx) => organizationById(tx, id)));
  if (!keys || !org || !signature) return answer(404, 'Nobody listens here.');
  const body = await readText(request, MOST);
  if (body === null) return answer(413, 'That is too long.');
  try {
    await hearStripe(org, readStripeNews(body, signature, keys.webhookSecret));
    return answer(200, 'Heard.');
  } catch (error) {
    if (error instanceof StripeSignatureError) return answer(400, 'The signature is not right.');
    if (!(error instanceof Refusal)) throw error;
    log('warn', 'stripe_refused', { org: id, code: error.code });
    return answer(409, error.message);
  }
}

function answer(status: number, words: string): Response {
  return new Response(words, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
