import { expect, test } from 'vitest';
import { invitationOf, joinAnew } from '@/app/_auth/invitation';
import { dropFactor, enrol, freshRecoveryCodes, offeredSecret } from '@/app/_auth/second-factor';
import { CodeAsked, signInWithCode, signInWithPassword } from '@/app/_auth/sign-in';
import { sealTicket } from '@/app/_auth/ticket';
import { inviteUser } from '@/db/commands/invite-user';
import { removeSecondFactorOf } from '@/db/commands/remove-second-factor';
import { updateOrganization } from '@/db/commands/update-organization';
import { secondFactor } from '@/db/queries/second-factor';
import { withScope } from '@/db/scope';
import { totpCode, totpStepAt } from '@/lib/totp';
import { owner } from '../../world';
import { answerOf, newAdmin, newDevice, PASSWORD, sessionOf } from './people';

process.env.AUTH_SECRET = 'a key of an installation that is only tested';

/** An administrator with a second factor, and what the authenticator shows so many steps from now. */
async function withFactor() {
  const ada = await newAdmin();
  const session = await sessionOf(await ada.signIn());
  if (!session) throw new Error('no session');
  const { secret, sealed } = offeredSecret(session);
  // One ahead of the clock, so that a step that ends meanwhile is still within what is tolerated.
  const step = totpStepAt(Date.now()) + 1;
  const codeAt = (offset: number) => totpCode(secret, step + offset);
  const recovery = await enrol(session, { sealed, code: codeAt(-1) }, 'fr');
  const ticket = async () => {
    const asked: unknown = await signInWithPassword(
      { email: ada.email, password: PASSWORD },
      ada.device,
    ).catch((error: unknown) => error);
    if (!(asked instanceof CodeAsked)) throw new Error('no code was asked for');
    return sealTicket(asked.ticket);
  };
  const code = async (typed: string) => answerOf(signInWithCode(await ticket(), typed, newDevice()));
  return { ada, session, recovery, codeAt, ticket, code };
}

test('after the password a code is asked for, and each is taken once', async () => {
  const { ada, codeAt, code } = await withFactor();
  expect(await code('000000')).toMatchObject({ code: 'invalid', field: 'code' });
  expect(await code(codeAt(-1))).toMatchObject({ code: 'invalid' });
  const now = codeAt(0);
  expect(await code(`${now.slice(0, 3)} ${now.slice(3)}`)).toBe('done');
  expect(await code(now)).toMatchObject({ code: 'invalid' });
  const [row] = await owner<
    { totp_secret: string }[]
  >`select totp_secret from users where id = ${ada.userId}`;
  expect(row?.totp_secret).toMatch(/^[\w-]{60,}$/);
  const told =
    await owner`select language, params->'changes' as changes from mails where to_address = ${ada.email}`;
  expect([...told]).toEqual([{ language: 'fr', changes: ['second_factor'] }]);
});

test('of four who type one code at the same moment one gets in', async () => {
  const { codeAt, ticket } = await withFactor();
  const [sealed, code] = [await ticket(), codeAt(0)];
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => answerOf(signInWithCode(sealed, code, newDevice()))),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
});

test('a recovery code lets in once, and new ones end those before', async () => {
  const { ada, session, recovery, code, codeAt } = await withFactor();
  const [first = '', second = ''] = recovery;
  expect(await code(first.toUpperCase())).toBe('done');
  expect(await code(first)).toMatchObject({ code: 'invalid' });
  const factor = () => withScope({ kind: 'auth' }, 'read', (tx) => secondFactor(tx, ada.userId));
  expect(await factor()).toMatchObject({ codesLeft: 9 });
  const fresh = await freshRecoveryCodes(session, codeAt(0), 'fr');
  expect(await factor()).toMatchObject({ codesLeft: 10 });
  expect(await code(second)).toMatchObject({ code: 'invalid' });
  expect(await code(fresh[0] ?? '')).toBe('done');
});

test('wrong codes make everybody wait, also for the right one', async () => {
  const { code, codeAt } = await withFactor();
  for (let i = 0; i < 5; i += 1) expect(await code('000000')).toMatchObject({ code: 'invalid' });
  expect(await code(codeAt(0))).toEqual({ code: 'too_many' });
});

test('a ticket is void after a new password, when it was changed, and for somebody who was disabled', async () => {
  const { ada, codeAt, ticket } = await withFactor();
  const sealed = await ticket();
  const use = (ticketText: string) => answerOf(signInWithCode(ticketText, codeAt(0), newDevice()));
  expect(await use(`${sealed.slice(0, -2)}AA`)).toMatchObject({ code: 'not_found' });
  expect(await use('x')).toMatchObject({ code: 'not_found' });
  await owner`update users set disabled_at = now() where id = ${ada.userId}`;
  expect(await use(sealed)).toMatchObject({ code: 'not_found' });
  await owner`update users set disabled_at = null, password_version = 2 where id = ${ada.userId}`;
  expect(await use(sealed)).toMatchObject({ code: 'not_found' });
  await owner`update users set password_version = 1 where id = ${ada.userId}`;
  expect(await use(sealed)).toBe('done');
});

test('an offer is one person’s, needs a right code, and is taken once', async () => {
  const [ada, bea] = [await newAdmin(), await newAdmin()];
  const session = await sessionOf(await ada.signIn());
  const foreign = await sessionOf(await bea.signIn());
  if (!session || !foreign) throw new Error('no session');
  const { secret, sealed } = offeredSecret(session);
  const code = totpCode(secret, totpStepAt(Date.now()));
  expect(await answerOf(enrol(foreign, { sealed, code }, 'fr'))).toMatchObject({ code: 'invalid' });
  expect(await answerOf(enrol(session, { sealed, code: '000000' }, 'fr'))).toMatchObject({ field: 'code' });
  expect(await answerOf(enrol(session, { sealed, code }, 'fr'))).toBe('done');
  expect(await answerOf(enrol(session, { sealed, code }, 'fr'))).toMatchObject({ code: 'duplicate' });
});

test('who is asked for a second factor can do nothing else until it is there', async () => {
  const { ada, session, codeAt } = await withFactor();
  const { actor } = ada;
  const { token } = await withScope(actor, 'write', (tx) =>
    inviteUser(tx, actor, { email: `max-${ada.email}`, name: 'Max', role: 'manager' }),
  );
  expect(await invitationOf(token)).not.toBeNull();
  const { email } = await joinAnew({ token, name: 'Max', password: PASSWORD });
  const max = (await signInWithPassword({ email, password: PASSWORD }, newDevice())).sessionId;
  expect((await sessionOf(max))?.mustEnrol).toBe(false);
  await withScope(actor, 'write', (tx) => updateOrganization(tx, actor, { requiresSecondFactor: true }));
  expect((await sessionOf(max))?.mustEnrol).toBe(true);
  expect((await sessionOf(session.id))?.mustEnrol).toBe(false);
  expect(await answerOf(dropFactor(session, codeAt(0), 'fr'))).toMatchObject({ code: 'forbidden' });
});

test('an administrator takes a lost second factor away, of nobody who belongs to others', async () => {
  const { ada } = await withFactor();
  const bea = await newAdmin();
  const remove = (actor: typeof ada.actor, membershipId: string) =>
    answerOf(
      withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
        removeSecondFactorOf(tx, actor, { membershipId }),
      ),
    );
  const [own] = await owner<{ id: string }[]>`select id from memberships where user_id = ${ada.userId}`;
  const [joined] = await owner<{ id: string }[]>`insert into memberships (id, org_id, user_id, role)
    values (gen_random_uuid(), ${bea.orgId}, ${ada.userId}, 'manager') returning id`;
  expect(await remove(bea.actor, own?.id ?? '')).toMatchObject({ code: 'not_found' });
  expect(await remove(bea.actor, joined?.id ?? '')).toMatchObject({ code: 'forbidden' });
  await owner`update memberships set revoked_at = now() where id = ${joined?.id ?? ''}`;
  expect(await remove(ada.actor, own?.id ?? '')).toBe('done');
  expect(await remove(ada.actor, own?.id ?? '')).toMatchObject({ code: 'invalid' });
  expect(await answerOf(ada.signIn())).toBe('done');
});
