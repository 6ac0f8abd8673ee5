import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';

/** The keys of the one account that the card service knows. */
export const CARD_KEYS = { secretKey: 'sk_test_desk_0123456789', webhookSecret: 'whsec_desk_0123456789' };

/** What a page was asked for. */
interface Session {
  readonly org: string;
  readonly intent: string;
  readonly amount: number;
  readonly currency: string;
  readonly returnUrl: string;
}

/**
 * A card service on this machine that speaks Stripe's protocol as far as the application does: sessions with a page on which
 * they are paid, refunds, and signed posts of both to the application, each of them twice. "News later" tells of a payment only when its payer is back
 * already.
 */
export async function openCardDesk(): Promise<{ url: string; close: () => Promise<void> }> {
  const sessions = new Map<string, Session>();
  const answers = new Map<string, string>();
  const answerTo = (path: string, body: URLSearchParams) => {
    if (path === '/v1/refunds') {
      const session = sessions.get(body.get('payment_intent') ?? '');
      if (!session) throw new Error('no such payment');
      const refund = {
        id: `re_${sessions.size}_${answers.size}`,
        object: 'refund',
        status: 'succeeded',
        amount: Number(body.get('amount')),
        currency: session.currency,
        payment_intent: body.get('payment_intent'),
      };
      void tell(session, 'refund.updated', refund);
      return refund;
    }
    const id = `pi_${sessions.size + 1}`;
    sessions.set(id, sessionOf(body));
    return { id: `cs_${id}`, object: 'checkout.session', url: `${url()}/pay/${id}` };
  };
  const server = createServer((request, response) => {
    void (async () => {
      const body = new URLSearchParams(await textOf(request));
      const { pathname } = new URL(request.url ?? '/', url());
      const id = pathname.replace('/pay/', '');
      const session = sessions.get(id);
      if (pathname.startsWith('/v1/')) {
        if (request.headers.authorization !== `Bearer ${CARD_KEYS.secretKey}`)
          return response.writeHead(401).end('{"error":{"type":"invalid_request_error"}}');
        const key = String(request.headers['idempotency-key']);
        const answer = answers.get(key) ?? JSON.stringify(answerTo(pathname, body));
        answers.set(key, answer);
        return response.setHeader('Content-Type', 'application/json').end(answer);
      }
      if (!session) return response.writeHead(404).end();
      if (request.method === 'GET')
        return response.setHeader('Content-Type', 'text/html').end(pageOf(session));
      const news = () => tell(session, 'checkout.session.completed', paidOf(id, session));
      if (body.has('now')) await news();
      response.writeHead(303, { Location: session.returnUrl }).end();
      if (body.has('later')) setTimeout(() => void news(), 2_000);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = () => `http://127.0.0.1:${port}`;
  return {
    url: url(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function sessionOf(body: URLSearchParams): Session {
  const price = 'line_items[0][price_data]';
  return {
    org: body.get('metadata[org]') ?? '',
    intent: body.get('client_reference_id') ?? '',
    amount: Number(body.get(`${price}[unit_amount]`)),
    currency: body.get(`${price}[currency]`) ?? '',
    returnUrl: body.get('success_url') ?? '',
  };
}

function pageOf({ amount, currency }: Session): string {
  return `<!doctype html><html lang="en"><title>Checkout</title><h1>${amount} ${currency}</h1><form method="post">
    <button name="now">Pay</button><button name="later">Pay, news later</button><button name="never">Cancel</button></form>`;
}

function paidOf(id: string, { intent, amount, currency }: Session): object {
  return {
    object: 'checkout.session',
    client_reference_id: intent,
    payment_intent: id,
    payment_status: 'paid',
    amount_total: amount,
    currency,
  };
}

/** Posts what happened, as Stripe does: signed, and more than once. */
async function tell({ org, returnUrl }: Session, type: string, object: object): Promise<void> {
  const payload = JSON.stringify({
    id: `evt_${crypto.randomUUID()}`,
    object: 'event',
    type,
    data: { object },
  });
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: CARD_KEYS.webhookSecret });
  const { origin } = new URL(returnUrl);
  for (const _ of ['first', 'again'])
    await fetch(`${origin}/api/webhooks/stripe/${org}`, {
      method: 'POST',
      body: payload,
      headers: { 'stripe-signature': signature },
    });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
