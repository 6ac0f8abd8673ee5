import { type Minor, toDecimal } from '@/lib/domain/money';
import { isStorable } from '@/lib/storable';
import { ApiError, malformed } from './api-error';

/** Bytes that a body may have. */
const LARGEST_BODY = 200_000;
/** Objects within objects; no body of this interface needs more. */
const DEEPEST = 16;

/** A number that is written digit by digit, such as 1000.50, and never was a float. */
export class ExactNumber {
  constructor(readonly text: string) {}
}

/** An amount as JSON writes it: a number in major units with all decimals of its currency. */
export function money(amount: Minor, currency: string): ExactNumber {
  return new ExactNumber(toDecimal(amount, currency));
}

/** The JSON text of a value. `ExactNumber` is written as its digits, undefined members are left out. */
export function encodeJson(value: unknown): string {
  if (value instanceof ExactNumber) return value.text;
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(encodeJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${encodeJson(member)}`).join(',')}}`;
}

/**
 * The body of a request as a plain value; undefined when there is none. Never more than 200 kB are read.
 * @throws ApiError 400 when it is not JSON in UTF-8 or too deep, 413 when it is too large.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type');
  if (type !== null && !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type))
    throw malformed('Send JSON, with Content-Type: application/json.');
  const bytes = await readBytes(request.body);
  if (bytes.length === 0) return undefined;
  const text = decode(bytes);
  if (depthOf(text) > DEEPEST) throw malformed(`The body is nested more than ${DEEPEST} levels deep.`);
  const value = parsed(text);
  if (!isStorable(value)) throw malformed('The body has text with characters that are none, such as U+0000.');
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw malformed('The body is not JSON.');
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > LARGEST_BODY)
      throw new ApiError(
        413,
        'too_large',
        `The body is larger than ${LARGEST_BODY / 1_000} kB. Send less at once.`,
      );
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed('The body is not UTF-8.');
  }
}

/** How many brackets are open at most, outside of texts. */
function depthOf(json: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let at = 0; at < json.length; at += 1) {
    const char = json[at];
    if (isText && char === '\\') at += 1;
    else if (char === '"') isText = !isText;
    else if (!isText && (char === '{' || char === '[')) deepest = Math.max(deepest, ++depth);
    else if (!isText && (char === '}' || char === ']')) depth -= 1;
  }
  return deepest;
}
