import { verify } from '@node-rs/argon2';
import { expect, test, vi } from 'vitest';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { tokenHash } from '@/lib/secret-token';
import { TooMany } from '@/lib/too-many';
import { owner } from '../../world';
import { answerOf, newAdmin, newDevice, newEmail, PASSWORD } from './people';

// As it is, and counted.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn<typeof real.verify>(real.verify) };
});

const MISMATCH = {
  code: 'invalid',
  message: 'That e-mail and password don’t match. Check caps lock and try again.',
  field: 'password',
};

test('unknown address, wrong password, disabled and removed person get the very same answer', async () => {
  const [ada, bea, cid] = [await newAdmin(), await newAdmin(), await newAdmin()];
  await owner`update users set disabled_at = now() where id = ${bea.userId}`;
  await owner`update memberships set revoked_at = now() where user_id = ${cid.userId}`;
  const answer = (email: string, password: string) =>
    answerOf(signInWithPassword({ email, password }, newDevice()));
  expect(await answer(newEmail(), PASSWORD)).toEqual(MISMATCH);
  expect(await answer(ada.email, 'not the password')).toEqual(MISMATCH);
  expect(await answer(bea.email, PASSWORD)).toEqual(MISMATCH);
  expect(await answer(cid.email, PASSWORD)).toEqual(MISMATCH);
});

test('an unknown address takes as much work to refuse as a wrong password', async () => {
  const worked = async (email: string) => {
    vi.mocked(verify).mockClear();
    await answerOf(signInWithPassword({ email, password: 'not the password' }, newDevice()));
    // What argon2id takes depends on its version and costs alone, which stand before the salt.
    return vi.mocked(verify).mock.calls.map(([stored]) => String(stored).split('$').slice(0, 4).join('$'));
  };
  const known = await worked((await newAdmin()).email);
  expect(known).toEqual(['$argon2id$v=19$m=19456,t=2,p=1']);
  expect(await worked(newEmail())).toEqual(known);
});

test('the address may be typed in any case, and the password in any composition of its characters', async () => {
  const ada = await newAdmin();
  const typed = { email: ada.email.toUpperCase(), password: PASSWORD };
  expect(await answerOf(signInWithPassword(typed, newDevice()))).toBe('done');
});

test('five failures are free, then each doubles the wait, also with the right password', async () => {
  const ada = await newAdmin();
  const attempt = (password: string) => signInWithPassword({ email: ada.email, password }, newDevice());
  for (let i = 0; i < 5; i++) expect(await answerOf(attempt('wrong'))).toEqual(MISMATCH);
  expect(await answerOf(attempt(PASSWORD))).toEqual({ code: 'too_many' });
  const waits: number[] = [];
  for (let i = 0; i < 4; i++) {
    await owner`update sign_in_attempts set blocked_until = now() where key = ${`account:${tokenHash(ada.email)}`}`;
    await answerOf(attempt('wrong'));
    waits.push(await waitOf(attempt('wrong')));
  }
  expect(waits).toEqual([2, 4, 8, 16]);
});

test('an address that nobody has is throttled like any other', async () => {
  const email = newEmail();
  const attempt = () => answerOf(signInWithPassword({ email, password: 'wrong' }, newDevice()));
  for (let i = 0; i < 5; i++) expect(await attempt()).toEqual(MISMATCH);
  expect(await attempt()).toEqual({ code: 'too_many' });
});

test('guesses in parallel are counted one by one', async () => {
  const ada = await newAdmin();
  const answers = await Promise.all(
    Array.from({ length: 24 }, () =>
      answerOf(signInWithPassword({ email: ada.email, password: 'wrong' }, newDevice())),
    ),
  );
  expect(
    answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(MISMATCH)).length,
  ).toBeLessThanOrEqual(5);
});

test('signing in forgets one’s own failures', async () => {
  const ada = await newAdmin();
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++)
      await answerOf(signInWithPassword({ email: ada.email, password: 'wrong' }, newDevice()));
    expect(await answerOf(ada.signIn())).toBe('done');
  }
});

test('one network that tries many addresses has to wait, others do not', async () => {
  const device = newDevice();
  const attempt = (from = device) =>
    answerOf(signInWithPassword({ email: newEmail(), password: 'wrong' }, from));
  for (let i = 0; i < 30; i++) expect(await attempt()).toEqual(MISMATCH);
  expect(await attempt()).toEqual({ code: 'too_many' });
  expect(await attempt(newDevice())).toEqual(MISMATCH);
});

test('no address that was typed is stored', async () => {
  const email = newEmail();
  await answerOf(signInWithPassword({ email, password: 'wrong' }, newDevice()));
  expect(await owner`select 1 from sign_in_attempts where key like ${`%${email}%`}`).toHaveLength(0);
});

async function waitOf(work: Promise<unknown>): Promise<number> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (error instanceof TooMany) return error.retryAfterSeconds;
  throw error;
}
