import { randomUUID } from 'node:crypto';

/** Payments that were recorded over HTTP within some seconds, and how long each took. */
export interface Load {
  readonly perSecond: number;
  /** The slowest of the fastest 95 %, in milliseconds. */
  readonly p95Ms: number;
}

/** Who is paid for: customers with open invoices. */
export interface Target {
  readonly url: string;
  readonly apiKey: string;
  readonly customerIds: readonly string[];
}

/** Records payments of 1.00, applied to the oldest invoice of a random customer, from `clients` at once. */
export async function payOverHttp(target: Target, clients: number, seconds: number): Promise<Load> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  const one = async () => {
    while (performance.now() < until) {
      const begun = performance.now();
      await pay(target);
      times.push(performance.now() - begun);
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, one));
  const sorted = times.toSorted((a, b) => a - b);
  return {
    perSecond: times.length / ((performance.now() - begun) / 1000),
    p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
  };
}

async function pay({ url, apiKey, customerIds }: Target): Promise<void> {
  const customerId = customerIds[Math.floor(Math.random() * customerIds.length)];
  const answer = await fetch(`${url}/api/v1/payments`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify({
      customer_id: customerId,
      received_on: '2026-06-30',
      amount: '1.00',
      currency: 'USD',
      method: 'transfer',
      allocate: 'oldest',
    }),
  });
  if (answer.status !== 201)
    throw new Error(`A payment was answered ${answer.status}: ${await answer.text()}`);
  await answer.arrayBuffer();
}
