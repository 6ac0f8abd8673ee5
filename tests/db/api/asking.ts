import { expect } from 'vitest';
import type { Operation } from '@/app/api/v1/_api/operation';
import type { Actor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { encodeJson } from '@/lib/exact-json';
import type { createWorld } from '../../world';

/** What is sent with a request. */
interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly actor?: Actor;
  readonly today?: PlainDate;
}

/**
 * What an operation of the interface answers, as its caller reads it: asked within a scope, without a server. The answer has
 * the shape that the operation is described with.
 */
export async function ask<T = Record<string, unknown>>(
  world: Awaited<ReturnType<typeof createWorld>>,
  operation: Operation,
  { params = {}, query = {}, body, actor = world.admin, today = todayIn(world.org.timeZone) }: Sent = {},
): Promise<T> {
  const { run } = operation.prepare({ params, query, body });
  const scope = operation.method === 'GET' ? world.read : world.write;
  const reply = await scope((tx) => run({ actor, tx, today }), actor);
  if ('file' in reply) throw new Error('a file was answered');
  const answer = JSON.parse(encodeJson(reply.body)) as T;
  expect(operation.answer.safeParse(answer).error?.issues ?? []).toEqual([]);
  return answer;
}

/** The file that an operation answers when it is asked for CSV. */
export async function askFile(
  world: Awaited<ReturnType<typeof createWorld>>,
  operation: Operation,
  {
    params = {},
    query = {},
    actor = world.admin,
    today = todayIn(world.org.timeZone),
  }: Omit<Sent, 'body'> = {},
): Promise<{ readonly name: string; readonly content: string }> {
  expect(operation.produces).toContain('text/csv');
  const { run } = operation.prepare({ params, query, body: undefined });
  const reply = await world.read((tx) => run({ actor, tx, today, mediaType: 'text/csv' }), actor);
  if (!('file' in reply)) throw new Error('no file was answered');
  const { name, pieces } = reply.file;
  return { name, content: (typeof pieces === 'function' ? await pieces() : pieces).join('') };
}
