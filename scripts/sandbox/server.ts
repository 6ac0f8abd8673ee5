import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { OBJECTS, type SandboxBooks, type SandboxObject, type SandboxRow } from './books';
import { control } from './control';
import { type DriftName, FAULTS, type FaultName, json } from './faults';
import { listPage } from './list';

/** What opens the sandbox, and what signs its webhooks. */
export const SANDBOX_KEY = 'sandbox-key';
export const SANDBOX_SECRET = 'sandbox-secret';

/** What is to go wrong, how often, and on which list only. */
interface Ordered {
  readonly fault: FaultName | DriftName;
  times: number;
  readonly object: SandboxObject | null;
}

/** A server of this machine that speaks the documented protocol of Unified.to over `books`. */
export async function startSandbox(books: SandboxBooks, port = 0) {
  const ordered: Ordered[] = [];
  const requests: string[] = [];
  const order = (fault: FaultName | DriftName, times = 1, object: SandboxObject | null = null) =>
    void ordered.push({ fault, times, object });
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    void answer({ books, ordered, order }, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the sandbox has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    books,
    /** Every request so far: method and address. */
    requests,
    order,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Served {
  readonly books: SandboxBooks;
  readonly ordered: Ordered[];
  readonly order: (fault: FaultName | DriftName, times: number) => void;
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const [area, connection, name, id] = url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (area === 'sandbox') {
    const [status, said] = control(served, connection ?? '', await bodyOf(request));
    return json(response, status, said);
  }
  const key = (request.headers.authorization ?? '').replace(/^bearer /i, '');
  if (key !== SANDBOX_KEY) return json(response, 401, { message: 'Unauthorized' });
  if (request.method !== 'GET') return json(response, 403, { message: 'The sandbox is read only' });
  const { books } = served;
  if (area === 'unified' && connection === 'connection' && name === books.connectionId)
    return json(response, 200, { id: name, integration_type: 'quickbooks', environment: 'Sandbox' });
  const object = OBJECTS.find((each) => each === name);
  const isHere = object && area === (object === 'payment' ? 'payment' : 'accounting');
  if (!isHere || connection !== books.connectionId) return json(response, 404, { message: 'Not found' });
  const wrong = nextFault(served.ordered, object);
  if (wrong !== null && isFault(wrong)) return FAULTS[wrong](response);
  const rows = books.rows[object];
  if (id !== undefined) {
    const row = rows.find((each) => each.id === id);
    return row ? json(response, 200, row) : json(response, 404, { message: 'Not found' });
  }
  if (wrong !== null) drift(rows, wrong);
  json(response, 200, listPage(rows, url.searchParams, wrong !== 'filter-ignored'));
}

function nextFault(ordered: Ordered[], object: SandboxObject): Ordered['fault'] | null {
  const next = ordered.find((each) => each.times > 0 && (each.object === null || each.object === object));
  if (!next) return null;
  next.times -= 1;
  return next.fault;
}

function isFault(name: Ordered['fault']): name is FaultName {
  return name in FAULTS;
}

/** What moves the rows of a list between two pages. */
function drift(rows: SandboxRow[], name: DriftName): void {
  const [first] = rows.toSorted((a, b) => String(a.updated_at).localeCompare(String(b.updated_at)));
  if (name === 'row-deleted' && first) rows.splice(rows.indexOf(first), 1);
  if (name === 'row-inserted' && first)
    rows.push({
      ...first,
      id: `${first.id}-new`,
      invoice_number: `${first.id}-new`,
      updated_at: '2000-01-01T00:00:00.000Z',
    });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

/** A webhook as the service would send it: the text of its body, signed. */
export function sandboxWebhook(
  facts: {
    readonly connectionId: string;
    readonly objectType: string;
    readonly event: string;
    readonly nonce: string;
  },
  rows: readonly SandboxRow[],
): string {
  const data = JSON.stringify(rows);
  const sig = createHmac('sha1', SANDBOX_SECRET)
    .update(data + facts.nonce)
    .digest('base64');
  const webhook = {
    id: 'wh1',
    connection_id: facts.connectionId,
    object_type: facts.objectType,
    event: facts.event,
  };
  return `{"data":${data},"webhook":${JSON.stringify(webhook)},"nonce":${JSON.stringify(facts.nonce)},"sig":"${sig}","type":"VIRTUAL"}`;
}
