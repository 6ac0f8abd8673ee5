import { expect, test } from 'vitest';
import { killMailWorkers } from '@/bench/mail-kills';
import { createWorld, owner } from '../../world';

test('of workers that are killed while a mail server drops and delays, no mail is lost and none is made twice', async () => {
  const w = await createWorld();
  const figures = await killMailWorkers(owner, w.admin, { mails: 150, kills: 4, workers: 2 });
  expect(figures).toMatchObject({ lost: 0, strangers: 0, unsent: 0 });
}, 400_000);
