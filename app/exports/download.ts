/** A CSV file for the reader to keep. */
export function csvDownload(fileName: string, pieces: readonly string[]): Response {
  return fileDownload(fileName, 'text/csv', pieces);
}

/** A part of a file: text, or bytes as they are. */
export type FilePiece = string | Uint8Array<ArrayBuffer>;

/** A file for the reader to keep, sent piece by piece as fast as it is taken. */
export function fileDownload(fileName: string, type: string, pieces: readonly FilePiece[]): Response {
  const encoder = new TextEncoder();
  const left = pieces.values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.next();
      if (next.done) controller.close();
      else controller.enqueue(typeof next.value === 'string' ? encoder.encode(next.value) : next.value);
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': type === 'text/csv' ? 'text/csv; charset=utf-8' : type,
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}

/** A sentence in place of a file. */
export function told(status: number, sentence: string, retryAfterSeconds?: number): Response {
  const headers = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  return new Response(sentence, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'private, no-store',
      ...headers,
    },
  });
}
