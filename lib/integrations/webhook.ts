import { lookup as resolve } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { mayStayHere } from '../webhooks/url';
import { isLoopback, isPublicAddress } from './public-address';

/** Milliseconds that a receiver may take, from the look-up of its name to its last byte. */
const WITHIN = 10_000;

/** A delivery as it goes out. */
interface OutgoingDelivery {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What came of an attempt: the status of the receiver, null when nothing came back; `problem` is null when it took it. */
export interface DeliveryAnswer {
  readonly status: number | null;
  readonly problem: string | null;
}

/**
 * Sends a delivery to an address of the internet and to no other: the name is looked up once, the address is checked, and the
 * connection goes to that very address. Redirects are not followed; what is answered is not read.
 */
export async function postWebhook({ url, body, headers }: OutgoingDelivery): Promise<DeliveryAnswer> {
  const target = new URL(url);
  const signal = AbortSignal.timeout(WITHIN);
  try {
    const address = await addressOf(target);
    if (address === null) return { status: null, problem: 'Its address is not on the internet.' };
    const status = await posted(target, { address, body, headers, signal });
    const isTaken = status >= 200 && status < 300;
    return { status, problem: isTaken ? null : `It answered ${status}.` };
  } catch (error) {
    return {
      status: null,
      problem: signal.aborted ? 'It did not answer within 10 seconds.' : inWords(error),
    };
  }
}

/** The address that a name stands for; null when one of its addresses is none of the internet. */
async function addressOf({ hostname, protocol }: URL): Promise<string | null> {
  const name = hostname.replace(/[[\]]/g, '');
  const found = isIP(name) ? [name] : (await resolve(name, { all: true })).map(({ address }) => address);
  const [first] = found;
  if (first === undefined) return null;
  if (mayStayHere() && found.every(isLoopback)) return first;
  return protocol === 'https:' && found.every(isPublicAddress) ? first : null;
}

function posted(
  target: URL,
  {
    address,
    body,
    headers,
    signal,
  }: Pick<OutgoingDelivery, 'body' | 'headers'> & {
    readonly address: string;
    readonly signal: AbortSignal;
  },
): Promise<number> {
  const bytes = Buffer.from(body);
  const lookup: LookupFunction = (_name, options, answer) => {
    const family = isIP(address);
    if (options.all) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
  return new Promise((resolved, rejected) => {
    const { request } = target.protocol === 'https:' ? https : http;
    const sent = request(
      target,
      {
        method: 'POST',
        agent: false,
        signal,
        lookup,
        headers: { ...headers, 'Content-Length': bytes.length },
      },
      (response) => {
        resolved(response.statusCode ?? 0);
        response.destroy();
      },
    );
    sent.on('error', rejected);
    sent.end(bytes);
  });
}

/** Codes of the system are for people who run servers; the texts of errors may hold anything. */
function inWords(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return PROBLEMS[code] ?? `The connection failed${/^[A-Z0-9_]{1,60}$/.test(code) ? ` (${code})` : ''}.`;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'Its name is unknown.',
  EAI_AGAIN: 'Its name could not be looked up.',
  ECONNREFUSED: 'Nothing listens there.',
  ECONNRESET: 'It hung up.',
  CERT_HAS_EXPIRED: 'Its certificate is past its last day.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is of its own making.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
};
