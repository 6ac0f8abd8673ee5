/**
 * The body of a request, read as it comes and never beyond `limit` bytes. `cut off` when less came than was announced,
 * which would otherwise look like a shorter file.
 */
export async function readBody(
  request: { readonly body: ReadableStream<Uint8Array> | null; readonly headers: Headers },
  limit: number,
): Promise<Uint8Array | 'too large' | 'cut off'> {
  const announced = request.headers.get('content-length');
  if (announced !== null && Number(announced) > limit) {
    await request.body?.cancel();
    return 'too large';
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > limit) return 'too large';
    parts.push(part);
  }
  if (announced !== null && Number(announced) !== size) return 'cut off';
  return Buffer.concat(parts);
}
