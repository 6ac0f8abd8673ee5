import { expect, test } from 'vitest';
import { chooseByReset, resetOf } from '@/app/_auth/reset';
import { signInWithPassword } from '@/app/_auth/sign-in';
import { makePasswordReset } from '@/db/commands/make-password-reset';
import { peoplePage } from '@/db/queries/people';
import { withScope } from '@/db/scope';
import { owner } from '../../world';
import { answerOf, newAdmin, newDevice, PASSWORD } from './people';

test('an administrator makes a link for a new password, and the links before it end', async () => {
  const ada = await newAdmin();
  const { actor, orgId } = ada;
  const { people } = await withScope(actor, 'read', (tx) =>
    peoplePage(tx, { side: 'staff', q: '', after: null }),
  );
  const membershipId = people[0]?.membershipId ?? '';
  const asAuth = <T>(work: Parameters<typeof withScope<T>>[2]) =>
    withScope({ kind: 'auth', org: { id: orgId } }, 'write', work);
  const old = await asAuth((tx) => makePasswordReset(tx, actor, { membershipId }));
  const { token } = await asAuth((tx) => makePasswordReset(tx, actor, { membershipId }));
  expect(await resetOf(old.token)).toBeNull();
  expect(await resetOf(token)).toMatchObject({ email: ada.email });
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      answerOf(chooseByReset({ token, password: 'another violet harbour' }, 'en')),
    ),
  );
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  const before = signInWithPassword({ email: ada.email, password: PASSWORD }, newDevice());
  expect(await answerOf(before)).toMatchObject({ code: 'invalid' });
  const signIn = signInWithPassword({ email: ada.email, password: 'another violet harbour' }, newDevice());
  expect(await answerOf(signIn)).toBe('done');
});

test('credentials of somebody who belongs elsewhere, or to others, are nobody’s to reset', async () => {
  const [ada, bea] = [await newAdmin(), await newAdmin()];
  const reset = (actor: typeof ada.actor, membershipId: string) =>
    answerOf(
      withScope({ kind: 'auth', org: actor.org }, 'write', (tx) =>
        makePasswordReset(tx, actor, { membershipId }),
      ),
    );
  const [own] = await owner<{ id: string }[]>`select id from memberships where user_id = ${bea.userId}`;
  expect(await reset(ada.actor, own?.id ?? '')).toMatchObject({ code: 'not_found' });
  const [joined] = await owner<{ id: string }[]>`insert into memberships (id, org_id, user_id, role)
    values (gen_random_uuid(), ${ada.orgId}, ${bea.userId}, 'manager') returning id`;
  expect(await reset(ada.actor, joined?.id ?? '')).toMatchObject({ code: 'forbidden' });
});
