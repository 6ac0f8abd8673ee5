import { encodeJson } from '@/app/api/v1/_api/json';
import { OPERATIONS } from '@/app/api/v1/_api/registry';
import { day } from '../world';
import type { World } from './report-at';

interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly today?: string;
}

/** What an operation of the HTTP interface answers, as its caller reads it; in the admin's name. */
export async function ask<T>(
  w: World,
  id: string,
  { params = {}, query = {}, body, today }: Asked,
): Promise<T> {
  const operation = OPERATIONS.find((each) => each.id === id);
  if (!operation) throw new Error(`there is no operation ${id}`);
  const { run } = operation.prepare({ params, query, body });
  const work = operation.method === 'GET' ? w.read : w.write;
  const reply = await work((tx) => run({ actor: w.admin, tx, today: day(today ?? '2026-06-30') }));
  operation.answer.parse(JSON.parse(encodeJson(reply.body)));
  return JSON.parse(encodeJson(reply.body)) as T;
}
