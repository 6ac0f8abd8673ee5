/** Bodies that are too large are taken and thrown away up to so many times the limit, then the line is cut. */
const PATIENCE = 8;

/**
 * The body of a request, read as it comes and never kept beyond `limit` bytes. `cut off` when less came than was
 * announced, which would otherwise look like a shorter file. Of a body that is `too large` the rest is thrown away
 * while the answer is on its way: a caller that is still writing would otherwise not hear it.
 */
export async function readBody(
  request: { readonly body: ReadableStream<Uint8Array> | null; readonly headers: Headers },
  limit: number,
): Promise<Uint8Array | 'too large' | 'cut off'> {
  const announced = request.headers.get('content-length');
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = Number(announced ?? 0) > limit ? Number.POSITIVE_INFINITY : 0;
  while (size <= limit) {
    const { done, value } = await reader.read();
    if (done) return size === Number(announced ?? size) ? Buffer.concat(parts) : 'cut off';
    size += value.byteLength;
    parts.push(value);
  }
  drain(reader, limit * PATIENCE).catch(() => {}); // the caller hung up, which is all one wants
  return 'too large';
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<void> {
  for (let size = 0; size < most; ) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.byteLength;
  }
  await reader.cancel();
}

/**
 * The body as text; null when it is larger than `limit` bytes, or broke off.
 */
export async function readText(
  request: Parameters<typeof readBody>[0],
  limit: number,
): Promise<string | null> {
  const body = await readBody(request, limit);
  return typeof body === 'string' ? null : new TextDecoder().decode(body);
}
