/** A file for the reader to keep, sent piece by piece as fast as it is taken. */
export function csvDownload(fileName: string, pieces: readonly string[]): Response {
  const encoder = new TextEncoder();
  const left = pieces.values();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = left.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
