import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pruneSignIns } from '@/db/commands/prune-sign-ins';
import { withScope } from '@/db/scope';
import { owner } from '../../world';
import { newAdmin } from './people';

test('sessions long over and counts of yesterday go, and nothing else', async () => {
  const ada = await newAdmin();
  const [old, ended, live] = [await ada.signIn(), await ada.signIn(), await ada.signIn()];
  await owner`update sessions set expires_at = now() - interval '91 days' where id = ${old}`;
  await owner`update sessions set expires_at = now() - interval '89 days' where id = ${ended}`;
  const [stale, fresh] = [randomUUID(), randomUUID()];
  await owner`insert into sign_in_attempts (key, failures, blocked_until) values
    (${stale}, 9, now() - interval '25 hours'), (${fresh}, 9, now() - interval '23 hours')`;

  const pruned = await withScope({ kind: 'job' }, 'write', pruneSignIns);

  expect(pruned.sessions).toBeGreaterThanOrEqual(1);
  const sessions = await owner<
    { id: string }[]
  >`select id from sessions where id in ${owner([old, ended, live])}`;
  expect(sessions.map(({ id }) => id).toSorted()).toEqual([ended, live].toSorted());
  const keys = await owner<
    { key: string }[]
  >`select key from sign_in_attempts where key in ${owner([stale, fresh])}`;
  expect(keys.map(({ key }) => key)).toEqual([fresh]);
});
