import { isWords, type Value, type Words } from './case-file';

/** The interface refused what was asked. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly field: string | null,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'Refused';
  }
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** A running server, in the name of one API key. */
export class Api {
  /** Whether the last write was known already: nothing was done again. */
  wasReplayed = false;

  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  get(path: string, query: Query = {}): Promise<Words> {
    return this.#ask('GET', path + search(query)).then(theWords);
  }

  /** A list that is answered bare. */
  async list(path: string, query: Query = {}): Promise<Words[]> {
    return rowsIn(await this.#ask('GET', path + search(query)));
  }

  post(path: string, body: object, idempotencyKey?: string): Promise<Words> {
    return this.#ask('POST', path, body, idempotencyKey).then(theWords);
  }

  patch(path: string, body: object): Promise<Words> {
    return this.#ask('PATCH', path, body).then(theWords);
  }

  async #ask(method: string, path: string, body?: object, idempotencyKey?: string): Promise<Value> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.key}`,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    this.wasReplayed = response.headers.get('idempotency-replayed') === 'true';
    const answer: Value = await response.json();
    if (response.ok) return answer;
    if (response.status === 503) throw new Error('The server cannot reach its database.');
    const { code, message, field } = wordsIn(wordsIn(answer).error);
    const words = `${textIn(message)} (${method} ${path})`;
    throw new Refused(response.status, textIn(code), textIn(field) || null, words);
  }
}

/** The rows of a list; none when the answer is no list. */
export function rowsIn(value: Value | undefined): Words[] {
  return Array.isArray(value) ? value.filter(isWords) : [];
}

/** A member of an answer that has members itself. */
export function wordsIn(value: Value | undefined): Words {
  return isWords(value) ? value : {};
}

/** A member of an answer as text; empty when it is none. */
export function textIn(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** A member of an answer as a number; NaN, which equals nothing, when it is none. */
export function numberIn(value: Value | undefined): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function theWords(value: Value): Words {
  if (!isWords(value)) throw new Error('The server answered something else than was asked.');
  return value;
}

function search(query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
