import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parsedJson } from '../parsed-json';
import type { SourceObject } from './facts';

/** Which rows a webhook says have changed. What it says of them is not believed: they are asked for. */
export interface WebhookHint {
  readonly object: SourceObject;
  readonly ids: readonly string[];
}

const OBJECTS: Readonly<Record<string, SourceObject>> = {
  accounting_contact: 'contact',
  accounting_invoice: 'invoice',
  accounting_creditmemo: 'credit_memo',
  payment_payment: 'payment',
};

const Body = z.looseObject({
  data: z.array(z.unknown()).max(1_000),
  nonce: z.string().max(200),
  sig: z.string().max(200),
  webhook: z.looseObject({ object_type: z.string() }),
});
const Row = z.looseObject({ id: z.string().min(1).max(200), type: z.unknown().optional() });

/**
 * Reads a webhook of Unified.to: HMAC-SHA1 of the text of `data` and the nonce, in hex or base64. Null when it is none, or not signed with
 * this secret; no hints for a kind of rows that is of no concern.
 */
export function readWebhook(text: string, secret: string): WebhookHint[] | null {
  const body = Body.safeParse(parsedJson(text));
  const data = dataText(text);
  if (!body.success || data === null || !isSigned(data + body.data.nonce, body.data.sig, secret)) return null;
  const object = OBJECTS[body.data.webhook.object_type];
  if (!object) return [];
  const rows = body.data.data.flatMap((row) => Row.safeParse(row).data ?? []);
  const isCredit = (row: z.output<typeof Row>) => object === 'invoice' && row.type === 'CREDITMEMO';
  const credits = rows.filter(isCredit).map(({ id }) => id);
  const own = rows.filter((row) => !isCredit(row)).map(({ id }) => id);
  return [
    { object, ids: own },
    { object: 'credit_memo' as const, ids: credits },
  ].filter(({ ids }) => ids.length > 0);
}

function isSigned(message: string, given: string, secret: string): boolean {
  const digest = createHmac('sha1', secret).update(message).digest();
  return ['hex', 'base64'].some((encoding) => {
    const own = Buffer.from(digest.toString(encoding === 'hex' ? 'hex' : 'base64'));
    const theirs = Buffer.from(given);
    return own.length === theirs.length && timingSafeEqual(own, theirs);
  });
}

/** The text of `data` exactly as it came, which is what was signed; null when it does not stand first. */
function dataText(text: string): string | null {
  const start = /^\s*\{\s*"data"\s*:\s*(?=\[)/.exec(text)?.[0].length;
  if (start === undefined) return null;
  let depth = 0;
  let isText = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (isText) {
      if (char === '\\') at += 1;
      else if (char === '"') isText = false;
    } else if (char === '"') isText = true;
    else if (char === '[' || char === '{') depth += 1;
    else if ((char === ']' || char === '}') && (depth -= 1) === 0) return text.slice(start, at + 1);
  }
  return null;
}
