import { expect } from 'vitest';
import { encodeJson } from '@/app/api/v1/_api/json';
import type { Operation } from '@/app/api/v1/_api/operation';
import type { StaffActor } from '@/lib/actor';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import type { createWorld } from '../../world';

/** What is sent with a request. */
interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly actor?: StaffActor;
  readonly today?: PlainDate;
}

/**
 * What an operation of the interface answers, as its caller reads it: asked within a scope, without a server. The answer has
 * the shape that the operation is described with.
 */
export async function ask(
  world: Awaited<ReturnType<typeof createWorld>>,
  operation: Operation,
  { params = {}, query = {}, body, actor = world.admin, today = todayIn(world.org.timeZone) }: Sent = {},
): Promise<Record<string, unknown>> {
  const { run } = operation.prepare({ params, query, body });
  const scope = operation.method === 'GET' ? world.read : world.write;
  const reply = await scope((tx) => run({ actor, tx, today }), actor);
  const answer = JSON.parse(encodeJson(reply.body)) as Record<string, unknown>;
  expect(operation.answer.safeParse(answer).error?.issues ?? []).toEqual([]);
  return answer;
}
