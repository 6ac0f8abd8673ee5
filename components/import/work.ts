/** How a long piece of work stands, as the server tells it line by line. */
export type WorkLine =
  | { readonly state: 'running'; readonly done: number; readonly total: number }
  | { readonly state: 'done' | 'refused'; readonly message: string };

const BROKEN =
  'The connection broke off. If the work had begun it goes on: reload the page to see how it went.';

/** Sends a request and hands on each line of its answer; the last is the outcome, also when something went wrong. */
export async function followWork(
  request: { readonly url: string; readonly method: 'GET' | 'POST' },
  onLine: (line: WorkLine) => void,
): Promise<void> {
  try {
    const response = await fetch(request.url, { method: request.method });
    const isOver = response.ok ? await readLines(response, onLine) : await sayNo(response, onLine);
    if (!isOver) onLine({ state: 'refused', message: BROKEN });
  } catch {
    onLine({ state: 'refused', message: BROKEN });
  }
}

async function readLines(response: Response, onLine: (line: WorkLine) => void): Promise<boolean> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let isOver = false;
  for (;;) {
    const { done, value = '' } = (await reader?.read()) ?? { done: true };
    if (done) return isOver;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      const line = lineOf(text);
      if (!line) continue;
      isOver = line.state !== 'running';
      onLine(line);
    }
  }
}

function lineOf(text: string): WorkLine | null {
  const line: unknown = JSON.parse(text);
  if (typeof line !== 'object' || line === null || !('state' in line)) return null;
  if ('message' in line)
    return { state: line.state === 'done' ? 'done' : 'refused', message: String(line.message) };
  return 'done' in line && 'total' in line
    ? { state: 'running', done: Number(line.done), total: Number(line.total) }
    : null;
}

async function sayNo(response: Response, onLine: (line: WorkLine) => void): Promise<boolean> {
  onLine({ state: 'refused', message: await messageOf(response) });
  return true;
}

/** What an answer of the server says to the person, when it is no. */
export async function messageOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string')
    return body.message;
  return 'Something went wrong on our side. Nothing was saved. Try again in a moment.';
}

/** The import that an upload made; null when the answer is none of ours. */
export async function idOf(response: Response): Promise<string | null> {
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : null;
}
