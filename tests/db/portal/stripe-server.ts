import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request that a server which speaks Stripe's protocol has heard. */
interface Heard {
  readonly path: string;
  readonly key: string;
  readonly idempotencyKey: string;
  readonly body: URLSearchParams;
}

/**
 * A server on this machine that speaks Stripe's protocol as far as we do: form-encoded requests with a bearer key, JSON answers,
 * and the same answer for the same idempotency key. `fails` makes it break down for the next requests, or say no to them with 400.
 */
export async function stripeServer() {
  const heard: Heard[] = [];
  const answers = new Map<string, string>();
  const failing = { times: 0, status: 500 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const idempotencyKey = String(request.headers['idempotency-key'] ?? '');
      heard.push({
        path: request.url ?? '',
        key: request.headers.authorization ?? '',
        idempotencyKey,
        body: new URLSearchParams(Buffer.concat(chunks).toString()),
      });
      response.setHeader('Content-Type', 'application/json');
      if (failing.times > 0) {
        failing.times -= 1;
        response.statusCode = failing.status;
        const type = failing.status === 400 ? 'invalid_request_error' : 'api_error';
        response.end(JSON.stringify({ error: { type, message: 'Not so.' } }));
        return;
      }
      const answer = answers.get(idempotencyKey) ?? JSON.stringify(answerTo(request.url, answers.size + 1));
      answers.set(idempotencyKey, answer);
      response.end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  process.env.STRIPE_API_BASE = `http://127.0.0.1:${port}`;
  onTestFinished(() => {
    delete process.env.STRIPE_API_BASE;
    server.closeAllConnections();
    server.close();
  });
  return { heard, fails: (times: number, status = 500) => Object.assign(failing, { times, status }) };
}

function answerTo(path: string | undefined, count: number): object {
  if (path === '/v1/refunds') return { id: `re_test_${count}`, object: 'refund', status: 'succeeded' };
  const id = `cs_test_${count}`;
  return { id, object: 'checkout.session', url: `https://checkout.example/${id}` };
}
