import { readBody } from '@/lib/read-body';
import { isStorable } from '@/lib/storable';
import { ApiError, malformed } from './api-error';

/** Bytes that a body may have. */
const LARGEST_BODY = 200_000;
/** Objects within objects; no body of this interface needs more. */
const DEEPEST = 16;

/**
 * The body of a request as a plain value; undefined when there is none. Never more than 200 kB are read.
 * @throws ApiError 400 when it is not JSON in UTF-8 or too deep, 413 when it is too large.
 */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type');
  if (type !== null && !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type))
    throw malformed('Send JSON, with Content-Type: application/json.');
  const bytes = await readBytes(request);
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

async function readBytes(request: Request): Promise<Uint8Array> {
  const body = await readBody(request, LARGEST_BODY);
  if (body === 'too large')
    throw new ApiError(
      413,
      'too_large',
      `The body is larger than ${LARGEST_BODY / 1_000} kB. Send less at once.`,
    );
  if (body === 'cut off')
    throw malformed('Only a part of the body arrived. Nothing was saved; send it again.');
  return body;
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
